import type { Issue } from '../errors.js';
import { kindOf, ownerOf, reserved } from './names.js';
import { encodePart, keyOf } from './query.js';
import type { RoomAddress } from './roomAddress.js';

export const invalid = (code: Issue['code'], param: string, problem: string): Issue => ({
  code,
  severity: 'error',
  param,
  message: `${param} ${problem}`,
});

/**
 * Merges parameters into an address. What is wrong is left out and put on `issues`; what is not
 * named stays byte for byte as it was.
 */
export function writeParams(
  { base, pairs, hash }: RoomAddress,
  values: Readonly<Record<string, unknown>>,
  extra: Readonly<Record<string, unknown>> = {},
  issues: Issue[] = [],
  fixed: Readonly<Record<string, string>> = {},
): string {
  const added: string[] = [];
  const replaced = new Set<string>();
  const put = (key: string, text: string) => {
    replaced.add(key);
    added.push(text ? `${encodePart(key)}=${text}` : encodePart(key));
  };

  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value === undefined || value === null) continue;
    const kind = kindOf(name);
    if (!kind) {
      issues.push(
        reserved.includes(name)
          ? invalid('RESERVED_PARAM', name, 'is reserved: it comes with the room address and is not set as a parameter')
          : invalid('UNKNOWN_PARAM', name, 'is not a known parameter; a newer one goes into extraParams'),
      );
      continue;
    }
    const problem = kind.problem(value);
    if (problem) {
      issues.push(invalid('INVALID_VALUE', name, problem));
      continue;
    }
    const { wire = [name], aliases = [] } = kind;
    const text = kind.write(value);
    const encoded = typeof text === 'string' ? encodePart(text) : text.map(encodePart).join();
    for (const key of aliases) replaced.add(key);
    for (const key of wire) {
      if (encoded || value === true) put(key, encoded);
      else replaced.add(key);
    }
  }
  for (const name of Object.keys(extra)) {
    const value = extra[name];
    if (value === undefined || value === null) continue;
    if (reserved.includes(name) || ownerOf.has(name))
      issues.push(invalid('RESERVED_PARAM', name, 'cannot be set in extraParams: it is a known parameter or reserved'));
    else if (!name || typeof value !== 'string')
      issues.push(invalid('INVALID_VALUE', name, 'of extraParams must have a name and a string'));
    else put(name, encodePart(value));
  }
  for (const name of Object.keys(fixed)) put(name, fixed[name]!);

  const query = [...(replaced.size ? pairs.filter((pair) => !replaced.has(keyOf(pair))) : pairs), ...added].join('&');
  return base + (query && `?${query}`) + hash;
}
