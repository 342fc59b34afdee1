/** A stretch of time, in milliseconds. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts time wherever one of the intervals starts or ends, which must have a length. Returns the pieces that `covering`
 * intervals cover, by time.
 */
export function sweepIntervals(intervals: readonly Interval[]): (Interval & { readonly covering: number })[] {
  // Most people have a single stay.
  if (intervals.length === 1) return intervals.map(({ from, to }) => ({ from, to, covering: 1 }));
  const edges: { readonly at: number; readonly change: 1 | -1 }[] = [];
  for (const { from, to } of intervals) edges.push({ at: from, change: 1 }, { at: to, change: -1 });
  edges.sort((one, other) => one.at - other.at);
  const pieces: (Interval & { readonly covering: number })[] = [];
  let covering = 0;
  for (const [index, { at, change }] of edges.entries()) {
    covering += change;
    const to = edges[index + 1]?.at ?? at;
    if (covering > 0 && at < to) pieces.push({ from: at, to, covering });
  }
  return pieces;
}

export const sumLengths = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { from, to }) => sum + to - from, 0);
