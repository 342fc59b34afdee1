import { buildRoomUrl, parseRoomUrl } from 'react-whereby-embed';
import type { RoomParams } from 'react-whereby-embed';

export interface Difference {
  readonly name: string;
  /** The value in each URL, in the order of the combinations; undefined if the URL has none. */
  readonly values: readonly (string | undefined)[];
}

const pairsOf = (params: RoomParams): Map<string, string> => {
  const [, query = ''] = buildRoomUrl('https://acme.whereby.com/room', params).split('?');
  return new Map(
    query
      .split('&')
      .filter(Boolean)
      .map((pair) => {
        const [key = ''] = pair.split('=', 1);
        return [key, pair.includes('=') ? decodeURIComponent(pair.slice(key.length + 1)) : 'set'];
      }),
  );
};

/** The keys in which the URLs of several combinations differ. Values must be valid. */
export function differences(combinations: readonly RoomParams[]): Difference[] {
  const all = combinations.map(pairsOf);
  const names = [...new Set(all.flatMap((pairs) => [...pairs.keys()]))];
  return names
    .map((name) => ({ name, values: all.map((pairs) => pairs.get(name)) }))
    .filter(({ values }) => new Set(values).size > 1);
}

/** How many parameters have the same value everywhere. */
export const countShared = (combinations: readonly RoomParams[]): number => {
  const [first = {}, ...others] = combinations.map(
    (params) => parseRoomUrl(buildRoomUrl('https://acme.whereby.com/room', params)).params as Record<string, unknown>,
  );
  return Object.entries(first).filter(([name, value]) =>
    others.every((params) => JSON.stringify(params[name]) === JSON.stringify(value)),
  ).length;
};
