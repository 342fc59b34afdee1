import { WherebyError } from '../errors.js';
import type { Issue } from '../errors.js';
import { text } from './kinds.js';
import { kindOf, reserved } from './names.js';
import { encodePart, keyOf } from './query.js';
import { baseOf } from './roomAddress.js';
import type { RoomAddress } from './roomAddress.js';

export const issueOf = (
  code: Issue['code'],
  param: string,
  problem: string,
  severity: Issue['severity'] = 'error',
): Issue => ({ code, severity, param, message: `${param} ${problem}` });

/** Any text, for parameters newer than the registry. */
const newer = /* @__PURE__ */ text();

/**
 * Merges parameters into an address: those of the registry named by `names`, those newer than it, and fixed
 * pairs. What is wrong is left out and put on `issues`; what is not named stays byte for byte as it was.
 */
export function writeParams(
  { url, pairs }: RoomAddress,
  issues: Issue[],
  values: object,
  extra: object = {},
  names = Object.keys(values),
  fixed: readonly string[] = [],
): string {
  const added = new Map<string, unknown>();
  const putAll = (source: object, keys: readonly string[], extraKind?: typeof newer) => {
    for (const name of keys) {
      const value = (source as Readonly<Record<string, unknown>>)[name];
      if (value === undefined || value === null) continue;
      const known = kindOf(name);
      const isReserved = reserved.includes(name) || (extraKind && known);
      const kind = extraKind ?? known;
      const problem = kind?.check(value);
      if (isReserved || !kind || !name || problem !== true) {
        issues.push(
          isReserved
            ? issueOf('RESERVED_PARAM', name, 'is reserved')
            : kind
              ? issueOf('INVALID_VALUE', name, `${problem}`)
              : issueOf('UNKNOWN_PARAM', name, 'belongs into extraParams'),
        );
        continue;
      }
      const key = encodePart(name);
      const text = value === true ? 'on' : value === false ? 'off' : (value as string | readonly string[]);
      const written = [text].flat().map(encodePart).join();
      if (kind.kind === 'flag') added.set(name, value && key);
      else added.set(name, (written || extraKind) && `${key}=${written}`);
      if (kind.also) added.set(kind.also, written && `${kind.also}=${written}`);
      if (kind.formerly) added.set(kind.formerly, '');
    }
  };
  putAll(values, names);
  putAll(extra, Object.keys(extra), newer);
  for (const pair of fixed) added.set(keyOf(pair), pair);

  const query = [...pairs.filter((pair) => !added.has(keyOf(pair))), ...added.values()].filter(Boolean).join('&');
  return baseOf(url) + (query && `?${query}`) + url.hash;
}

/** One error for every issue. */
export const paramsInvalid = (issues: readonly Issue[]): WherebyError =>
  new WherebyError('PARAMS_INVALID', issues.map(({ message }) => message).join('; '), { issues });
