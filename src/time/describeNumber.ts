/**
 * A value that should have been a number, for an error text. Only its type if it is something else, which may be a
 * secret.
 */
export const describeNumber = (value: unknown): string => (typeof value === 'number' ? String(value) : typeof value);
