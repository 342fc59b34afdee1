import { badRequest } from './Problem.js';
import { readNumber, readSort } from './readQuery.js';

/** A row and its place in the order things came to be, which never changes. */
export interface Placed<Row> {
  readonly place: number;
  readonly row: Row;
}

interface Listing<Row> {
  readonly query: URLSearchParams;
  readonly rows: readonly Placed<Row>[];
  readonly sortKeys: Readonly<Record<string, (row: Row) => string | number>>;
  readonly limit?: number;
}

type Position = readonly [key: string | number, place: number];

const compare = ([a, placeA]: Position, [b, placeB]: Position): number =>
  (a < b ? -1 : a > b ? 1 : 0) || placeA - placeB;

const encode = (position: Position) => Buffer.from(JSON.stringify(position)).toString('hex');

function decode(cursor: string): Position {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'hex').toString());
    if (Array.isArray(value) && value.length === 2 && typeof value[1] === 'number') return value as unknown as Position;
  } catch {
    // Falls through to the same answer.
  }
  throw badRequest('cursor is not one this API has returned');
}

/**
 * One page. The cursor says where the last page ended, so that rows deleted between two pages neither
 * repeat nor hide others.
 */
export function paginate<Row>({ query, rows, sortKeys, limit: usual = 50 }: Listing<Row>): {
  readonly results: readonly Row[];
  readonly cursor: string | null;
} {
  const limit = readNumber(query, 'limit', usual, [1, 100]);
  const sort = readSort(query, sortKeys);
  const sign = sort?.descending ? -1 : 1;
  const position = ({ row, place }: Placed<Row>): Position => [sort ? sort.key(row) : '', place];
  const cursor = query.get('cursor');
  const after = cursor ? decode(cursor) : undefined;
  const sorted = rows
    .map((placed) => ({ row: placed.row, at: position(placed) }))
    .filter(({ at }) => !after || sign * compare(at, after) > 0)
    .sort((a, b) => sign * compare(a.at, b.at));
  const shown = sorted.slice(0, limit);
  const last = shown.at(-1);
  return {
    results: shown.map(({ row }) => row),
    cursor: last && sorted.length > limit ? encode(last.at) : null,
  };
}

/** Rows in the order they are in, those left out that a condition does not hold for. */
export const placed = <Row>(rows: Iterable<Row>, where: (row: Row) => boolean = () => true): Placed<Row>[] =>
  [...rows].map((row, place) => ({ row, place })).filter(({ row }) => where(row));
