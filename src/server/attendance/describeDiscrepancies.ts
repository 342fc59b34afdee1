import { compareTexts } from '../compareTexts.js';
import { formatTime } from '../../time/formatTime.js';
import type { PersonTotals } from './accumulateTotals.js';
import type { EventLog } from './EventLog.js';
import type { Session } from './listSessions.js';
import type { LostEvent } from './OccupancyTracker.js';
import type { Discrepancy } from './types.js';

/** What of a summary discrepancies are about, beside the log. */
interface Findings {
  readonly lostEvents: readonly LostEvent[];
  readonly sessions: readonly Session[];
  readonly people: readonly PersonTotals[];
  /** Whether no more events are expected. */
  readonly isOver: boolean;
  /** Why nobody and nothing was in the room, although there were events; null if there was. */
  readonly whyEmpty: string | null;
  readonly unreadableOptions: readonly string[];
}

const sortKey = ({ at, code, participantId }: Discrepancy) => `${at} ${code} ${participantId}`;

/** The time of the second of several meetings. */
const findSecond = (meetings: ReadonlyMap<string, number>): number | undefined =>
  [...meetings.values()].sort((one, other) => one - other)[1];

/** Where the events contradict each other or cannot be read, by time. */
export function describeDiscrepancies(
  log: EventLog,
  { lostEvents, sessions, people, isOver, whyEmpty, unreadableOptions }: Findings,
): Discrepancy[] {
  const found: Discrepancy[] = [];
  const add = (
    code: Discrepancy['code'],
    message: string,
    at: number | null = null,
    { count = 1, participantId = null }: Partial<Pick<Discrepancy, 'count' | 'participantId'>> = {},
  ) => found.push({ code, at: formatTime(at), count, participantId, message });

  for (const { code, at, participantId, count } of lostEvents) {
    const type = code === 'left-lost' ? 'left' : 'joined';
    const lost = `${count} \`${type}\` event${count > 1 ? 's were' : ' was'} lost.`;
    add(code, participantId === null ? `Counts show that ${lost}` : lost, at, { count, participantId });
  }
  for (const session of sessions) {
    const { start, end } = session;
    const mayRun = session === sessions.at(-1) && !isOver;
    if (start === null) add('session-started-lost', 'A session ended, but its `room.session.started` was lost.', end);
    else if (end === null && !mayRun)
      add('session-ended-lost', 'A session started, but its `room.session.ended` was lost.', start);
  }
  for (const [reason, count] of log.unreadable)
    add('event-unreadable', `${count} event${count > 1 ? 's' : ''} cannot be read: ${reason}.`, null, { count });
  if (log.assumed > 0) {
    const events = `${log.assumed} event${log.assumed > 1 ? 's have' : ' has'} no \`participantId\``;
    const message = `${events}: people are told apart by \`externalId\`, else by their name.`;
    add('participant-assumed', message, null, { count: log.assumed });
  }
  if (log.overLimit > 0) {
    const message = 'More events came than are kept (`maxEvents`); these are not counted.';
    add('limit-reached', message, null, { count: log.overLimit });
  }
  for (const name of unreadableOptions)
    add('option-unreadable', `The option \`${name}\` is no time that can be read: it counts as left out.`);
  if (whyEmpty !== null) add('nothing-counted', whyEmpty);
  const second = findSecond(log.meetings) ?? findSecond(log.rooms);
  if (second !== undefined) add('several-meetings', 'The events are of several meetings: pass those of one.', second);
  const verified = new Set(people.filter(({ identifiedBy }) => identifiedBy === 'metadata').map(({ id }) => id));
  for (const { identifiedBy, id, firstIn, lastOut, stays } of people) {
    if (identifiedBy !== 'externalId' || !verified.has(id)) continue;
    const message = `Someone joined with the externalId "${id}" of a verified person, but without proof: they are counted apart.`;
    const participantId = stays[0]?.participantId ?? null;
    add('identity-claimed', message, Number.isFinite(firstIn) ? firstIn : lastOut, { participantId });
  }
  return found.sort((one, other) => compareTexts(sortKey(one), sortKey(other)));
}
