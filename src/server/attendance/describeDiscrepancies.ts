import type { PersonTotals } from './accumulateTotals.js';
import { compareTexts } from '../compareTexts.js';
import type { EventLog } from './EventLog.js';
import { formatTime } from './formatTime.js';
import type { Session } from './listSessions.js';
import type { LostEvent } from './OccupancyTracker.js';
import type { Discrepancy } from './types.js';

const sortKey = ({ at, code, participantId }: Discrepancy) => `${at} ${code} ${participantId}`;

const describeNothing = (changes: number): string =>
  changes === 0
    ? 'None of the events is about presence: pass those of the types `room.client.joined` and `room.client.left`.'
    : 'No event says that someone was there, or only outside the period from `from` to `to`.';

/**
 * Where the events contradict each other or cannot be read, by time.
 * @param isOver whether no more events are expected
 * @param isEmpty whether nobody and nothing was in the room
 */
export function describeDiscrepancies(
  lostEvents: readonly LostEvent[],
  sessions: readonly Session[],
  isOver: boolean,
  { meetings, unreadable, assumed, overLimit, unused, changes }: EventLog,
  people: readonly PersonTotals[],
  isEmpty: boolean,
): Discrepancy[] {
  const found: Discrepancy[] = [];
  const add = (
    code: Discrepancy['code'],
    at: number | null,
    message: string,
    participantId: string | null = null,
    count = 1,
  ) => found.push({ code, at: formatTime(at), count, participantId, message });

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
  for (const [reason, count] of unreadable)
    add('event-unreadable', null, `${count} event${count > 1 ? 's' : ''} cannot be read: ${reason}.`, null, count);
  if (assumed > 0)
    add(
      'participant-assumed',
      null,
      `${assumed} event${assumed > 1 ? 's have' : ' has'} no \`participantId\`: people are told apart by \`externalId\`, else by their name.`,
      null,
      assumed,
    );
  if (overLimit > 0)
    add('limit-reached', null, 'More events came than are kept (`maxEvents`); these are not counted.', null, overLimit);
  if (isEmpty && unreadable.size === 0 && changes.length + unused > 0)
    add('nothing-counted', null, describeNothing(changes.length));
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
