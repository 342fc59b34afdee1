import * as v from 'valibot';
import { readQuery, wholeNumber } from './readQuery.js';

/** A row with its place in the order of creation, which never changes. */
export interface Placed<Row> {
  readonly place: number;
  readonly row: Row;
}

type SortKeys<Row> = Readonly<Record<string, (row: Row) => string | number>>;

interface Listing<Row> {
  readonly query: URLSearchParams;
  readonly rows: readonly Placed<Row>[];
  /** What `sortBy` can name, and how to read it from a row. */
  readonly sortKeys: SortKeys<Row>;
  /** Rows per page if the query does not say. Default 50. */
  readonly limit?: number;
}

type Position = readonly [key: string | number, place: number];

const position = v.strictTuple([v.union([v.string(), v.number()]), v.number()]);

const compare = ([a, placeA]: Position, [b, placeB]: Position): number =>
  (a < b ? -1 : a > b ? 1 : 0) || placeA - placeB;

const encodeCursor = (at: Position) => Buffer.from(JSON.stringify(at)).toString('hex');

const notReturned = 'is not one this API has returned';
const cursorSchema = v.pipe(
  v.string(),
  v.transform((cursor) => Buffer.from(cursor, 'hex').toString()),
  v.parseJson({}, notReturned),
  v.custom<Position>((value) => v.is(position, value), notReturned),
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
 *
 * How: a cursor is the position of the last row, not a count of rows, so that deleting rows moves nothing.
 */
export function paginate<Row>({ query, rows, sortKeys, limit: defaultLimit = 50 }: Listing<Row>): {
  readonly results: readonly Row[];
  readonly cursor: string | null;
} {
  const {
    limit,
    sortBy = '',
    cursor,
  } = readQuery(query, {
    limit: v.exactOptional(wholeNumber(1, 100), String(defaultLimit)),
    sortBy: v.exactOptional(sortOrder(Object.keys(sortKeys))),
    cursor: v.exactOptional(cursorSchema),
  });
  const [field = '', direction] = sortBy.split(':');
  const readKey = sortKeys[field] ?? (() => '');
  const sign = direction === 'desc' ? -1 : 1;
  const sorted = rows
    .map(({ row, place }) => ({ row, at: [readKey(row), place] as const }))
    .filter(({ at }) => !cursor || sign * compare(at, cursor) > 0)
    .sort((a, b) => sign * compare(a.at, b.at));
  const shown = sorted.slice(0, limit);
  const last = shown.at(-1);
  return {
    results: shown.map(({ row }) => row),
    cursor: last && sorted.length > limit ? encodeCursor(last.at) : null,
  };
}

/** Gives each row its place in the order it is in, and keeps the rows that match. */
export const placeRows = <Row>(rows: Iterable<Row>, matches: (row: Row) => boolean = () => true): Placed<Row>[] =>
  [...rows].map((row, place) => ({ row, place })).filter(({ row }) => matches(row));
