import { createServerError } from '../../errors/createServerError.js';

/** @throws WherebyError `CLIENT_OPTION_INVALID` if an option is not a number of at least `least` */
export function checkNumber(name: string, value: unknown, least: number): number {
  if (typeof value === 'number' && value >= least) return value;
  throw createServerError('CLIENT_OPTION_INVALID', {
    problem: `\`${name}\` must be a number of at least ${least}, got ${String(value)}`,
  });
}
