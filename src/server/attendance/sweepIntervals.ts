/** A stretch of time, in milliseconds. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Cuts time wherever an interval starts or ends. Returns the pieces that `covering` intervals cover, by time. */
export function sweepIntervals(intervals: readonly Interval[]): (Interval & { readonly covering: number })[] {
  const starts = intervals.map(({ from }) => ({ at: from, change: 1 }));
  const ends = intervals.map(({ to }) => ({ at: to, change: -1 }));
  const edges = [...starts, ...ends].sort((one, other) => one.at - other.at);
  let covering = 0;
  return edges.flatMap(({ at, change }, index) => {
    covering += change;
    const to = edges[index + 1]?.at ?? at;
    return covering > 0 && at < to ? [{ from: at, to, covering }] : [];
  });
}

export const sumLengths = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { from, to }) => sum + to - from, 0);
