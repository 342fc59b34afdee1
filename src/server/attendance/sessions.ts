import type { Collected, RawSession } from './collect.js';

/** The sessions in order; those without an id are pairs of a start and the next end. */
export function sessionsOf({ sessions, nameless }: Collected): RawSession[] {
  const list = [...sessions.values()];
  const ends = [...nameless.ends].sort((one, other) => one - other);
  const starts = [...nameless.starts].sort((one, other) => one - other);
  let at = 0;
  starts.forEach((start, number) => {
    // An end before its start has lost its own.
    for (; at < ends.length && ends[at]! < start; at++) list.push({ id: null, start: NaN, end: ends[at]! });
    const next = starts[number + 1] ?? Infinity;
    const ended = ends[at] !== undefined && ends[at]! <= next;
    list.push({ id: null, start, end: ended ? ends[at++]! : NaN });
  });
  for (; at < ends.length; at++) list.push({ id: null, start: NaN, end: ends[at]! });
  const key = ({ start, end }: RawSession) => (Number.isNaN(start) ? end : start);
  return list.sort((one, other) => key(one) - key(other) || ((one.id ?? '') < (other.id ?? '') ? -1 : 1));
}
