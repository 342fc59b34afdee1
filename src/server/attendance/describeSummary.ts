import { compareTexts } from '../compareTexts.js';
import { readList } from '../stored-events/readList.js';
import { readTime } from '../stored-events/readTime.js';
import { formatTime } from '../../time/formatTime.js';
import { accumulateTotals, noTotals } from './accumulateTotals.js';
import type { PersonTotals, Totals } from './accumulateTotals.js';
import { applyInsights } from './applyInsights.js';
import { cutToPeriod } from './cutToPeriod.js';
import { describeDiscrepancies } from './describeDiscrepancies.js';
import type { EventLog } from './EventLog.js';
import { listSessions } from './listSessions.js';
import { OccupancyTracker } from './OccupancyTracker.js';
import type { AttendanceOptions, AttendanceSummary, Attendee } from './types.js';

/** How long after its `endDate` a room sends events, in milliseconds. */
const eventsAfterEnd = 3_600_000;

const timeOptions = ['from', 'to', 'now', 'startDate', 'endDate'] as const;

/** The options that are times, in milliseconds, and the names of those that cannot be read. */
function readTimes(options: AttendanceOptions) {
  const times: Partial<Record<(typeof timeOptions)[number], number>> = {};
  const unreadable: string[] = [];
  for (const name of timeOptions) {
    const time = readTime(options[name]);
    if (!Number.isNaN(time)) times[name] = time;
    else if (options[name] !== undefined && options[name] !== null) unreadable.push(name);
  }
  return { times, unreadable };
}

const toSeconds = (milliseconds: number) => Math.round(milliseconds / 1000);

const isThere = ({ stays }: PersonTotals) => stays.some(({ closedBy }) => closedBy === 'open');

function describePerson(person: PersonTotals, meetingStart: number): Attendee {
  const { id, identifiedBy, about, roles, stays, earlierStays, minutes, firstIn, mostAtOnce } = person;
  const late = toSeconds(firstIn - meetingStart);
  return {
    id,
    identifiedBy,
    displayName: about.name,
    externalId: about.externalId,
    participantIds: [...new Set(stays.map(({ participantId }) => participantId))],
    roles,
    dialIn: about.dialIn,
    stays: stays.map(({ participantId, role, from, to, closedBy }) => {
      return { participantId, role, from: formatTime(from), to: closedBy === 'open' ? null : formatTime(to), closedBy };
    }),
    earlierStays,
    seconds: toSeconds(person.presence),
    minutes,
    firstIn: formatTime(firstIn),
    lastOut: isThere(person) ? null : formatTime(person.lastOut),
    lateBySeconds: Number.isFinite(late) ? Math.max(0, late) : null,
    mostAtOnce,
  };
}

function explainEmpty({ changes, unused, unreadable }: EventLog, isBackwards: boolean): string | null {
  if (changes.length === 0)
    return unused === 0 || unreadable.size > 0
      ? null
      : 'None of the events is about presence: pass those of the types `room.client.joined` and `room.client.left`.';
  return isBackwards
    ? 'There is no time from `from` to `to`: `from` must be before `to`.'
    : 'No event says that someone was there, or only outside the period from `from` to `to`.';
}

/** The people by the time they joined. */
const sortPeople = (people: ReadonlyMap<string, PersonTotals>): PersonTotals[] =>
  [...people]
    .sort(([oneKey, one], [otherKey, other]) => one.firstIn - other.firstIn || compareTexts(oneKey, otherKey))
    .map(([, person]) => person);

/** The summary of a log and of what was added up before. Changes neither. */
export function describeSummary(log: EventLog, settled: Totals, options: AttendanceOptions): AttendanceSummary {
  const { times, unreadable: unreadableOptions } = readTimes(options);
  const { from = -Infinity, to = Infinity, now = log.lastAt, endDate = Infinity } = times;
  const deadline = endDate + eventsAfterEnd;
  const changes = log.sortedChanges();
  const participants = new Map(log.participants);
  const tracker = new OccupancyTracker();
  tracker.follow(changes);
  tracker.finish(deadline, now);
  applyInsights(readList('insights', options.insights ?? []), tracker, participants, now);
  const all = { stays: tracker.stays, sessions: listSessions(changes), lostEvents: tracker.lostEvents };
  const isWhole = from === -Infinity && to === Infinity;
  const { stays, sessions, lostEvents } = isWhole ? all : cutToPeriod({ from, to }, all);
  const earlier = isWhole ? settled : noTotals;
  const totals = accumulateTotals(earlier, { stays, lostEvents }, sessions, participants, options.identities);
  const people = sortPeople(totals.people);
  const { startDate: meetingStart = totals.firstSession } = times;
  const byRole = new Map<string, number>();
  for (const { roles } of people) byRole.set(roles[0]!, (byRole.get(roles[0]!) ?? 0) + 1);
  const lastOut = people.reduce((latest, person) => Math.max(latest, person.lastOut), -Infinity);
  const isEmpty = stays.length + earlier.people.size === 0;

  return {
    people: people.map((person) => describePerson(person, meetingStart)),
    byRole: Object.fromEntries(byRole),
    sessions: sessions.map(({ id, start, end }) => {
      const seconds = start === null || end === null ? null : toSeconds(end - start);
      return { roomSessionId: id, startedAt: formatTime(start), endedAt: formatTime(end), seconds };
    }),
    earlierSessions: earlier.sessions,
    sessionSeconds: toSeconds(totals.sessionTime),
    togetherSeconds: toSeconds(totals.together),
    peak: totals.peak.people > 0 ? { people: totals.peak.people, at: formatTime(totals.peak.at)! } : null,
    participantMinutes: people.reduce((sum, { minutes }) => sum + minutes, 0),
    recordingSeconds: toSeconds(totals.recording),
    firstIn: formatTime(people[0]?.firstIn ?? null),
    lastOut: people.some(isThere) ? null : formatTime(lastOut),
    discrepancies: describeDiscrepancies(log, {
      lostEvents,
      sessions,
      people,
      isOver: now >= deadline,
      whyEmpty: isEmpty ? explainEmpty(log, from >= to) : null,
      unreadableOptions,
    }),
    earlierDiscrepancies: earlier.discrepancies,
    unused: log.unused,
  };
}
