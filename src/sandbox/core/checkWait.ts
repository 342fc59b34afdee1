import { createServerError } from '../../errors/createServerError.js';
import { findNumberProblem } from '../../server/findNumberProblem.js';

/**
 * Checks an option that is a time in ms: 0 is at once, `Infinity` never.
 * @throws WherebyError `SANDBOX_OPTION_INVALID`
 */
export function checkWait(option: string, value: unknown): void {
  const problem = findNumberProblem(option, value, { unit: 'milliseconds' });
  if (problem) throw createServerError('SANDBOX_OPTION_INVALID', { problem });
}
