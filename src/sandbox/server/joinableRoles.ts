import { personRoles } from '../../server/roles.js';
import type { Role } from '../wire.js';

/** The roles that a key or a simulated person can have. Other machines come and go with a recording, a stream or captions. */
export const joinableRoles = [...personRoles, 'assistant'] as const satisfies readonly Role[];
