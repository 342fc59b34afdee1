import type { Change } from './EventLog.js';

/** How far the clocks of two servers may differ, in milliseconds. */
const clockDifference = 10_000;

/**
 * Moves a `joined` to the time of its own `left`, if that has an earlier time: the two crossed on their way, and the stay
 * was short. It is its own if the participant was not there before, and no later `left` ends the stay.
 * @param next the participant's next change
 */
export function uncrossChanges(changes: readonly Change[], next: ReadonlyMap<Change, Change>): readonly Change[] {
  const open = new Map<string, number>();
  const moved = new Map<Change, number>();
  for (const change of changes) {
    const { type, participantId, at } = change;
    if (type !== 'joined' && type !== 'left') continue;
    const stays = open.get(participantId) ?? 0;
    if (type === 'joined') open.set(participantId, moved.has(change) ? stays : stays + 1);
    else if (stays > 0) open.set(participantId, stays - 1);
    else {
      const joined = next.get(change);
      const isOwn = joined?.type === 'joined' && joined.at - at <= clockDifference && next.get(joined)?.type !== 'left';
      if (isOwn) moved.set(joined, at);
    }
  }
  const move = (change: Change) => (moved.has(change) ? { ...change, at: moved.get(change)! } : change);
  return moved.size === 0 ? changes : changes.map(move).sort((one, other) => one.at - other.at);
}
