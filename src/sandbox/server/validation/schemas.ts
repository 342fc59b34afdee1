import * as v from 'valibot';
import { isObject } from '../../../server/isObject.js';

type Fields = Readonly<Record<string, unknown>>;

/** An object whose fields are not checked. */
export const anyObject = v.custom<Fields>(isObject, 'must be an object');

/** An object in which these fields are checked. It keeps the others. */
export const openObjectWith = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(anyObject, v.looseObject(entries));

const withoutUndefined = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** An object with these fields and no others: a misspelled one is refused by its name. A field that is `undefined` counts as omitted. */
export const objectWith = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    anyObject,
    v.transform(withoutUndefined),
    v.strictObject(entries, ({ expected, received }) => {
      if (expected === 'never') return `is unknown here: the fields are ${Object.keys(entries).join(', ') || 'none'}`;
      return received === 'undefined' ? 'is required' : 'must be an object';
    }),
  );

/** A time as text, such as `2026-01-01T10:00:00Z`. */
export const isoTime = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'must be an ISO time'),
);

/** A name for a room that the sandbox creates, with or without its slashes. */
export const roomName = v.pipe(v.string(), v.regex(/^\/?[\w-]+\/?$/, 'may contain letters, digits, - and _ only'));

/** What the service accepts as an `externalId`. */
export const externalId = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,36}$/, 'must have 1 to 36 letters, digits, - and _ only'),
);
