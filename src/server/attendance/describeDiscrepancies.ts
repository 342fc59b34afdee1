import type { PersonTotals } from './accumulateTotals.js';
import { compareTexts } from '../compareTexts.js';
import { formatTime } from './formatTime.js';
import type { Session } from './listSessions.js';
import type { LostEvent } from './OccupancyTracker.js';
import type { Discrepancy } from './types.js';

const sortKey = ({ at, code, participantId }: Discrepancy) => `${at} ${code} ${participantId}`;

/** Where the events contradict each other, by time. `isOver`: no more events are expected. */
export function describeDiscrepancies(
  lostEvents: readonly LostEvent[],
  sessions: readonly Session[],
  isOver: boolean,
  meetings: ReadonlyMap<string, number>,
  people: readonly PersonTotals[],
): Discrepancy[] {
  const found: Discrepancy[] = [];
  const add = (
    code: Discrepancy['code'],
    at: number,
    message: string,
    participantId: string | null = null,
    count = 1,
  ) => found.push({ code, at: formatTime(at)!, count, participantId, message });

  for (const { code, at, participantId, count } of lostEvents) {
    const type = code === 'left-lost' ? 'left' : 'joined';
    const lost = `${count} \`${type}\` event${count > 1 ? 's were' : ' was'} lost.`;
    add(code, at, participantId === null ? `Counts show that ${lost}` : lost, participantId, count);
  }
  for (const session of sessions) {
    const { start, end } = session;
    const mayRun = session === sessions.at(-1) && !isOver;
    if (start === null) add('session-started-lost', end!, 'A session ended, but its `room.session.started` was lost.');
    else if (end === null && !mayRun)
      add('session-ended-lost', start, 'A session started, but its `room.session.ended` was lost.');
  }
  const [, secondMeeting] = [...meetings.values()].sort((one, other) => one - other);
  if (secondMeeting !== undefined)
    add('several-meetings', secondMeeting, 'The events are of several meetings: pass those of one.');
  const verified = new Set(people.filter(({ identifiedBy }) => identifiedBy === 'metadata').map(({ id }) => id));
  for (const { identifiedBy, id, firstIn, lastOut, stays } of people) {
    if (identifiedBy !== 'externalId' || !verified.has(id)) continue;
    const message = `Someone joined with the externalId "${id}" of a verified person, but without proof: they are counted apart.`;
    add('identity-claimed', Number.isFinite(firstIn) ? firstIn : lastOut, message, stays[0]?.participantId);
  }
  return found.sort((one, other) => compareTexts(sortKey(one), sortKey(other)));
}
