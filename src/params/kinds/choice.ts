import type { Kind } from './Kind.js';

/** One of a fixed set of values in lower case, none of which needs encoding: `?lang=de`. */
export const choice = <const V extends string>(...values: readonly V[]): Kind<V> => ({
  kind: 'choice',
  parse: (text) => text,
  convert: (text) => text.toLowerCase(),
  serialize: (value) => value,
  check: (value) => (values as readonly unknown[]).includes(value) || `takes one of ${values.join(', ')}`,
  values,
});
