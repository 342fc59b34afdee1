/**
 * Whether a value is an object that carries a brand: a symbol of `Symbol.for`, which all copies of the package share.
 */
export const hasBrand = (value: unknown, brand: symbol): boolean =>
  typeof value === 'object' && value !== null && brand in value;
