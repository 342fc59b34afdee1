import { describeNumber } from '../time/describeNumber.js';

export interface NumberRange {
  /** What is counted. */
  readonly unit?: string;
  /** Default 0. */
  readonly least?: number;
  /** Default `Infinity`. */
  readonly most?: number;
}

/**
 * What is wrong with an option that is a duration or a count, as part of an error text; undefined if nothing is. The
 * caller throws the error of its own area.
 */
export function findNumberProblem(
  option: string,
  value: unknown,
  { unit, least = 0, most = Infinity }: NumberRange = {},
): string | undefined {
  if (typeof value === 'number' && value >= least && value <= most) return undefined;
  const number = unit ? `number of ${unit}` : 'number';
  const range = most === Infinity ? `at least ${least}` : `from ${least} to ${most}`;
  return `\`${option}\` must be a ${number}, ${range}, got ${describeNumber(value)}`;
}
