import { readShare, writeShare } from '../playground/shareQuery.js';
import { initialState } from '../playground/state.js';
import type { Combination } from './Compare.js';

const MOST = 4;

/** Columns as the end of a link: `1=name%3DTeacher%26chat%3Doff&2=…`. */
export const writeColumns = (combinations: readonly Combination[]): string =>
  combinations
    .map(({ name, role, params }, index) => {
      const share = writeShare({ ...initialState, role, params, from: name });
      return `${index + 1}=${encodeURIComponent(share)}`;
    })
    .join('&');

/** The columns of a link; undefined if it has fewer than two. */
export function readColumns(query: string): readonly Combination[] | undefined {
  const given = new URLSearchParams(query);
  const columns = Array.from({ length: MOST }, (_, index) => given.get(String(index + 1))).flatMap((text, index) => {
    if (text === null) return [];
    const { role, params, from } = readShare(text).state;
    return [{ name: from.slice(0, 40) || `Column ${index + 1}`, role, params }];
  });
  return columns.length < 2 ? undefined : columns;
}
