import { createServerError } from '../../errors/createServerError.js';
import { toTimeLimit } from '../../time/toTimeLimit.js';
import { findNumberProblem } from '../findNumberProblem.js';

/**
 * Milliseconds; `Infinity` if there is no limit.
 * @throws WherebyError `CLIENT_OPTION_INVALID` if the option is not a number of at least 0
 */
export function readTimeLimit(option: string, value: number): number {
  const problem = findNumberProblem(option, value, { unit: 'milliseconds' });
  if (problem) throw createServerError('CLIENT_OPTION_INVALID', { problem });
  return toTimeLimit(value);
}
