import type { Issue } from '../errors/WherebyError.js';
import { addIssue } from './addIssue.js';
import { convertValue } from './convertValue.js';
import { encodePart } from './encodePart.js';
import { findKind } from './findKind.js';
import { isReservedKey } from './isReservedKey.js';

/** The pair that each query key gets in place of those it has. Without a pair, the key is removed. */
export type QueryChanges = Map<string, string | false>;

/**
 * Checks parameters and returns what they change in a room's query. A wrong name or value changes nothing and adds an
 * error to `issues`, a value that had to be converted a warning; `undefined` and `null` do not count as given.
 */
export function collectChanges(
  params: Readonly<Record<string, unknown>>,
  extraParams: Readonly<Record<string, unknown>> | null | undefined,
  issues: Issue[],
): QueryChanges {
  const changes: QueryChanges = new Map();

  for (const [name, value] of Object.entries(params)) {
    if (!isGiven(value)) continue;
    const kind = findKind(name);
    if (!kind) {
      if (isReservedKey(name)) addIssue(issues, 'RESERVED_PARAM', name, 'is taken');
      else addIssue(issues, 'UNKNOWN_PARAM', name, 'is unknown: use extraParams');
      continue;
    }
    const problem = kind.check(value);
    let taken = value;
    if (problem !== true) {
      taken = convertValue(kind, value);
      if (kind.check(taken) !== true) {
        addIssue(issues, 'INVALID_VALUE', name, problem);
        continue;
      }
      addIssue(issues, 'CONVERTED_VALUE', name, `${problem}: the value was converted`, 'warning');
    }
    const text = kind.serialize(taken);
    changes.set(name, writePair(name, text));
    if (kind.alias) changes.set(kind.alias, writePair(kind.alias, kind.writesAlias && text));
  }

  for (const [name, value] of Object.entries(extraParams ?? {})) {
    if (!isGiven(value)) continue;
    if (findKind(name) || isReservedKey(name)) addIssue(issues, 'RESERVED_PARAM', name, 'is taken');
    else if (!name || typeof value !== 'string') addIssue(issues, 'INVALID_VALUE', name, 'takes text');
    else changes.set(name, `${encodePart(name)}=${encodePart(value)}`);
  }
  return changes;
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** A key with the text of its value; `true` is a bare key. */
const writePair = (key: string, text: string | boolean | undefined): string | false =>
  text === true ? key : text ? `${key}=${text}` : false;
