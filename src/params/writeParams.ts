import { WherebyError } from '../errors/WherebyError.js';
import type { Issue } from '../errors/WherebyError.js';
import { text } from './kinds/index.js';
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
  extra?: object | null,
  names = Object.keys(values),
  fixed: readonly string[] = [],
): string {
  const replaced = new Set<string>();
  const added: unknown[] = [];
  const put = (name: string, pair: unknown) => {
    replaced.add(name);
    if (pair) added.push(pair);
  };
  const putAll = (source: object, keys: readonly string[], extraKind?: typeof newer) => {
    for (const name of keys) {
      const value = (source as Readonly<Record<string, unknown>>)[name];
      if (value === undefined || value === null) continue;
      const known = kindOf(name);
      const kind = extraKind ?? known;
      const isReserved = reserved.includes(name) || (extraKind && known);
      const problem = isReserved ? 'is taken' : kind ? kind.check(value) : 'is unknown: use extraParams';
      if (problem !== true || !name) {
        issues.push(
          issueOf(isReserved ? 'RESERVED_PARAM' : kind ? 'INVALID_VALUE' : 'UNKNOWN_PARAM', name, `${problem}`),
        );
        continue;
      }
      const text = Array.isArray(value)
        ? value.map(encodePart).join()
        : value === true
          ? 'on'
          : value === false
            ? 'off'
            : encodePart(value as string);
      const isFlag = kind!.kind === 'flag';
      if (isFlag) put(name, value && name);
      else put(name, (text || extraKind) && `${extraKind ? encodePart(name) : name}=${text}`);
      if (kind!.alias) put(kind!.alias, !isFlag && text && `${kind!.alias}=${text}`);
    }
  };
  putAll(values, names);
  if (extra) putAll(extra, Object.keys(extra), newer);
  for (const pair of fixed) put(keyOf(pair), pair);

  const query = [...pairs.filter((pair) => !replaced.has(keyOf(pair))), ...added].join('&');
  return baseOf(url) + (query && `?${query}`) + url.hash;
}

/** One error for every issue. */
export const paramsInvalid = (issues: readonly Issue[]): WherebyError =>
  new WherebyError('PARAMS_INVALID', issues.map(({ message }) => message).join('; '), { issues });
