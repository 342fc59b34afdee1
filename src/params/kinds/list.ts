import { encodePart } from '../encodePart.js';
import type { Kind } from './Kind.js';

/**
 * Names joined by commas, so that none may contain one; blanks are fine: `?groups=red,blue`. An empty list removes the
 * parameter.
 * @takes an array of texts
 * @brief names
 */
export const list = (max: number): Kind<readonly string[]> => ({
  kind: 'list',
  parse: (text) => (text ? text.split(',') : []),
  serialize: (names) => names.map(encodePart).join(','),
  check: (value) =>
    (Array.isArray(value) && value.length <= max && [...value].every(isName)) ||
    `takes at most ${max} names without a comma`,
});

const isName = (name: unknown): boolean => typeof name === 'string' && /^[^,]+$/.test(name);
