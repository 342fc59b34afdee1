import type { Change } from './EventLog.js';

/** How far the clocks of two servers may differ, in milliseconds. */
const clockDifference = 10_000;

/** Each change's next one of the same participant. */
export function findNext(changes: readonly Change[]): Map<Change, Change> {
  const next = new Map<Change, Change>();
  const latest = new Map<string, Change>();
  for (const change of changes) {
    const before = latest.get(change.participantId);
    if (before) next.set(before, change);
    latest.set(change.participantId, change);
  }
  return next;
}

/**
 * Moves a `joined` to the time of its own `left`, if that has an earlier time: the two crossed on their way, and the stay
 * was short. It is its own if the participant was not there before, and no later `left` ends the stay.
 */
export function uncrossChanges(changes: readonly Change[]): readonly Change[] {
  let next: ReadonlyMap<Change, Change> | undefined;
  const open = new Map<string, number>();
  const moved = new Map<Change, number>();
  for (const change of changes) {
    const { type, participantId, at } = change;
    if (type !== 'joined' && type !== 'left') continue;
    const stays = open.get(participantId) ?? 0;
    if (type === 'joined') open.set(participantId, moved.has(change) ? stays : stays + 1);
    else if (stays > 0) open.set(participantId, stays - 1);
    else {
      next ??= findNext(changes);
      const joined = next.get(change);
      const isOwn = joined?.type === 'joined' && joined.at - at <= clockDifference && next.get(joined)?.type !== 'left';
      if (isOwn) moved.set(joined, at);
    }
  }
  if (moved.size === 0) return changes;
  const move = (change: Change) => (moved.has(change) ? { ...change, at: moved.get(change)! } : change);
  return changes.map(move).sort((one, other) => one.at - other.at);
}
