import { createServerError } from '../../../errors/createServerError.js';
import { toTimeLimit } from '../../../time/toTimeLimit.js';
import { findNumberProblem } from '../../findNumberProblem.js';

/** The longest time that every store can compute with, in milliseconds: about 143,000 years. */
const longestStoreTime = Number.MAX_SAFE_INTEGER / 2;

/**
 * Whole milliseconds of a store's option; `Infinity` if there is no end.
 * @throws WherebyError `WEBHOOK_OPTIONS_INVALID` if the option is not a number of at least 0
 */
export function readStoreTime(option: string, value: number): number {
  const problem = findNumberProblem(option, value, { unit: 'milliseconds' });
  if (problem) throw createServerError('WEBHOOK_OPTIONS_INVALID', { problem });
  const limit = Math.ceil(toTimeLimit(value));
  return limit > longestStoreTime ? Infinity : limit;
}
