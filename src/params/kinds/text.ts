import { encodePart } from '../encodePart.js';
import type { Kind } from './Kind.js';

/**
 * Text that matches a pattern: `?displayName=Ada`. Empty text removes the parameter.
 * @takes text
 * @brief text
 */
export const text = (pattern = /^/, hint = 'takes text', kind = 'text'): Kind<string> => ({
  kind,
  parse: (raw) => raw,
  serialize: encodePart,
  check: (value) => (typeof value === 'string' && pattern.test(value)) || hint,
});
