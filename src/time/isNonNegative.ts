/** Whether a value can be a duration or a count: a number from 0 to `Infinity`. */
export const isNonNegative = (value: unknown): value is number => typeof value === 'number' && value >= 0;
