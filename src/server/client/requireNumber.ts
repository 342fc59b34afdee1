import { createServerError } from '../../errors/createServerError.js';
import { findNumberProblem } from '../findNumberProblem.js';

/** @throws WherebyError `CLIENT_OPTION_INVALID` if the option is not a number of at least 0 */
export function requireNumber(option: string, value: number, limits?: { readonly unit?: string }): number {
  const problem = findNumberProblem(option, value, limits);
  if (problem) throw createServerError('CLIENT_OPTION_INVALID', { problem });
  return value;
}
