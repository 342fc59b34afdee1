import { createServerError } from '../../errors/createServerError.js';

/** How far the time of sending may differ from now, before or after, in seconds. */
export const defaultTolerance = 300;

/** Throws `WEBHOOK_OPTIONS_INVALID` for a tolerance that would accept any age by accident. `Infinity` does so on purpose. */
export function checkTolerance(tolerance: number): void {
  if (typeof tolerance === 'number' && tolerance >= 0) return;
  throw createServerError('WEBHOOK_OPTIONS_INVALID', {
    problem: `\`tolerance\` must be a number of seconds, at least 0, got ${String(tolerance)}`,
  });
}
