import { toTimeLimit } from '../../time/toTimeLimit.js';
import { requireNumber } from './requireNumber.js';

/**
 * Milliseconds; `Infinity` if there is no limit.
 * @throws WherebyError `CLIENT_OPTION_INVALID` if the option is not a number of at least 0
 */
export const readTimeLimit = (option: string, value: number): number =>
  toTimeLimit(requireNumber(option, value, { unit: 'milliseconds' }));
