import * as v from 'valibot';
import { badRequest } from './Problem.js';
import { readQuery, wholeNumber } from './readQuery.js';

/** A row with its place in the order of creation, which never changes. */
export interface Placed<Row> {
  readonly place: number;
  readonly row: Row;
}

type SortKeys<Row> = Readonly<Record<string, (row: Row) => string | number>>;

interface Listing<Row> {
  /** Which list it is: its cursors are no other's. */
  readonly list: string;
  readonly query: URLSearchParams;
  readonly rows: readonly Placed<Row>[];
  /** What `sortBy` can name, and how to read it from a row. */
  readonly sortKeys: SortKeys<Row>;
  /** Rows per page if the query does not say. Default 50. */
  readonly limit?: number;
}

type Position = readonly [key: string | number, place: number];

/** What a cursor says: which list in which order, and after which row the next page begins. */
interface Cursor {
  readonly list: string;
  readonly sortBy: string;
  readonly at: Position;
}

const cursorFields = v.strictObject({
  list: v.string(),
  sortBy: v.string(),
  at: v.strictTuple([v.union([v.string(), v.number()]), v.number()]),
});

const compare = ([a, placeA]: Position, [b, placeB]: Position): number =>
  (a < b ? -1 : a > b ? 1 : 0) || placeA - placeB;

const encodeCursor = (cursor: Cursor) => Buffer.from(JSON.stringify(cursor)).toString('hex');

const notReturned = 'is not one this API has returned';
const cursorSchema = v.pipe(
  v.string(),
  v.transform((cursor) => Buffer.from(cursor, 'hex').toString()),
  v.parseJson({}, notReturned),
  v.custom<Cursor>((value) => v.is(cursorFields, value), notReturned),
);

/** `<field>`, `<field>:asc` or `<field>:desc`. */
function sortOrder(fields: readonly string[]) {
  const orders = fields.flatMap((field) => [field, `${field}:asc`, `${field}:desc`]);
  return v.picklist(orders, `must be <field>:asc or <field>:desc with one of ${fields.join(', ')}`);
}

/**
 * One page of a list.
 *
 * 1. Following the cursors, every row that is not deleted in the meantime comes exactly once.
 * 2. The order is that of `sortBy`, or of creation; rows with the same key come in order of creation.
 * 3. A cursor of another list, or of this one in another order, is a 400. Without `sortBy` the cursor's order goes on.
 *
 * How: a cursor has the position of the last row, not a count of rows, so that deleting rows moves nothing.
 */
export function paginate<Row>({ list, query, rows, sortKeys, limit: defaultLimit = 50 }: Listing<Row>): {
  readonly results: readonly Row[];
  readonly cursor: string | null;
} {
  const {
    limit,
    sortBy: askedOrder,
    cursor,
  } = readQuery(query, {
    limit: v.exactOptional(wholeNumber(1, 100), String(defaultLimit)),
    sortBy: v.exactOptional(sortOrder(Object.keys(sortKeys))),
    cursor: v.exactOptional(cursorSchema),
  });
  if (cursor && (cursor.list !== list || (askedOrder ?? cursor.sortBy) !== cursor.sortBy))
    throw badRequest('cursor is one of another list');
  const sortBy = askedOrder ?? cursor?.sortBy ?? '';
  const [field = '', direction] = sortBy.split(':');
  const readKey = sortKeys[field] ?? (() => '');
  const sign = direction === 'desc' ? -1 : 1;
  const sorted = rows
    .map(({ row, place }) => ({ row, at: [readKey(row), place] as const }))
    .filter(({ at }) => !cursor || sign * compare(at, cursor.at) > 0)
    .sort((a, b) => sign * compare(a.at, b.at));
  const shown = sorted.slice(0, limit);
  const last = shown.at(-1);
  return {
    results: shown.map(({ row }) => row),
    cursor: last && sorted.length > limit ? encodeCursor({ list, sortBy, at: last.at }) : null,
  };
}

/** Gives each row its place in the order it is in, and keeps the rows that match. */
export const placeRows = <Row>(rows: Iterable<Row>, matches: (row: Row) => boolean = () => true): Placed<Row>[] =>
  [...rows].map((row, place) => ({ row, place })).filter(({ row }) => matches(row));
