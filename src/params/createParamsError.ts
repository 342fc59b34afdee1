import { WherebyError } from '../errors/WherebyError.js';
import type { Issue } from '../errors/WherebyError.js';

/** One error for all issues. */
export const createParamsError = (issues: readonly Issue[]): WherebyError =>
  new WherebyError('PARAMS_INVALID', issues.map(({ message }) => message).join('; '), { issues });
