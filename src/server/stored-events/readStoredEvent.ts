import { isObject } from '../isObject.js';
import { decodeColumn } from './decodeColumn.js';
import { readField } from './readField.js';
import { readText } from './readText.js';
import { readTime } from './readTime.js';

/** An object with fields in any spelling: see `readField`. */
export type Row = Readonly<Record<string, unknown>>;

/** What an event says, wherever it was stored. */
export interface ReadEvent {
  /** As Whereby spells it. Undefined if there is none. */
  readonly type: string | undefined;
  /** Milliseconds since 1970; NaN if it cannot be read. */
  readonly at: number;
  /** Read it with `readField`. Undefined if there is none. */
  readonly data: Row | undefined;
}

/** How deep in rows an event may be: in a column of a row in a result that names its tables. */
const maxDepth = 3;

const readRow = (value: unknown): Row | undefined => {
  const row = decodeColumn(value);
  return isObject(row) ? row : undefined;
};

function readType(row: Row): string | undefined {
  const type = readText(readField(row, 'type') ?? readField(row, 'eventType'));
  if (type === null) return undefined;
  // The names of an enum cannot have dots, so databases may have `ROOM_CLIENT_JOINED`.
  return /^[a-z.]+$/.test(type) ? type : type.toLowerCase().replaceAll('_', '.');
}

const readCreation = (row: Row): number => readTime(readField(row, 'createdAt'));

const hasEventData = (row: Row): boolean =>
  ['participantId', 'roomName', 'meetingId', 'roomSessionId'].some((name) => readField(row, name) !== undefined);

/** The columns of a row that hold JSON. */
const readColumns = (row: Row): Row[] =>
  Object.values(row)
    .map(readRow)
    .filter((column) => column !== undefined);

/** A whole event in one column, as tables with a `payload` have it. */
const isEvent = (row: Row): boolean => readField(row, 'createdAt') !== undefined && readType(row) !== undefined;

function findEvent(stored: unknown, depth: number): ReadEvent | undefined {
  const row = readRow(stored);
  if (!row) return undefined;
  const type = readType(row);
  const data = readRow(readField(row, 'data'));
  if (data && !isEvent(data)) return { type, at: readCreation(row), data };

  const columns = readColumns(row);
  const event = columns.find(isEvent);
  if (event && depth < maxDepth) return findEvent(event, depth + 1);
  if (type === undefined) return undefined;
  return { type, at: readCreation(row), data: columns.find(hasEventData) ?? (hasEventData(row) ? row : undefined) };
}

/**
 * Reads an event as Whereby sent it or as a database gives it back: parsed, as JSON text or bytes; as a row whose `data` is
 * such a column, or is spread over columns of its own; or in one column of a row, whatever the column is called. Fields may
 * be in camelCase or snake_case.
 * @returns undefined if it is none of these
 */
export function readStoredEvent(stored: unknown): ReadEvent | undefined {
  try {
    return findEvent(stored, 0);
  } catch {
    // A getter of a driver's row threw, so nothing in the row can be relied on.
    return undefined;
  }
}
