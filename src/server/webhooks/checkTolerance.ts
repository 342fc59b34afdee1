import { createServerError } from '../../errors/createServerError.js';
import { findNumberProblem } from '../findNumberProblem.js';

/** How far the time of sending may differ from now, before or after, in seconds. */
export const defaultTolerance = 300;

/** Throws `WEBHOOK_OPTIONS_INVALID` for a tolerance that would accept any age by accident. `Infinity` does so on purpose. */
export function checkTolerance(tolerance: number): void {
  const problem = findNumberProblem('tolerance', tolerance, { unit: 'seconds' });
  if (problem) throw createServerError('WEBHOOK_OPTIONS_INVALID', { problem });
}
