import { accumulateTotals, noTotals } from './accumulateTotals.js';
import type { PersonTotals, Totals } from './accumulateTotals.js';
import { applyInsights } from './applyInsights.js';
import { compareTexts } from '../compareTexts.js';
import { readTime } from '../stored-events/readTime.js';
import { cutToPeriod } from './cutToPeriod.js';
import { describeDiscrepancies } from './describeDiscrepancies.js';
import type { EventLog } from './EventLog.js';
import { formatTime } from './formatTime.js';
import { listSessions } from './listSessions.js';
import { OccupancyTracker } from './OccupancyTracker.js';
import type { AttendanceOptions, AttendanceSummary, Attendee, TimeInput } from './types.js';

/** How long after its `endDate` a room sends events, in milliseconds. */
const eventsAfterEnd = 3_600_000;

function toMilliseconds(time: TimeInput | undefined): number | undefined {
  const milliseconds = readTime(time);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
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
    stays: stays.map((stay) => {
      return { ...stay, from: formatTime(stay.from), to: stay.closedBy === 'open' ? null : formatTime(stay.to) };
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

/** The summary of a log and of what was added up before. Changes neither. */
export function describeSummary(log: EventLog, settled: Totals, options: AttendanceOptions): AttendanceSummary {
  const period = { from: toMilliseconds(options.from) ?? -Infinity, to: toMilliseconds(options.to) ?? Infinity };
  const earlier = period.from === -Infinity && period.to === Infinity ? settled : noTotals;
  const now = toMilliseconds(options.now) ?? log.lastAt;
  const deadline = (toMilliseconds(options.endDate) ?? Infinity) + eventsAfterEnd;
  const changes = log.sortedChanges();
  const participants = new Map(log.participants);
  const tracker = new OccupancyTracker();
  tracker.follow(changes);
  tracker.finish(deadline, now);
  applyInsights(options.insights ?? [], tracker, participants, now);
  const { stays, sessions, lostEvents } = cutToPeriod(period, tracker.stays, listSessions(changes), tracker.lostEvents);
  const totals = accumulateTotals(earlier, { stays, lostEvents }, sessions, participants, options.identities);
  const people = [...totals.people]
    .sort(
      ([oneKey, one], [otherKey, other]) =>
        (one.firstIn === other.firstIn ? 0 : one.firstIn - other.firstIn) || compareTexts(oneKey, otherKey),
    )
    .map(([, person]) => person);
  const meetingStart = toMilliseconds(options.startDate) ?? totals.firstSession;
  const byRole = new Map<string, number>();
  for (const { roles } of people) byRole.set(roles[0]!, (byRole.get(roles[0]!) ?? 0) + 1);
  const lastOut = people.reduce((latest, person) => Math.max(latest, person.lastOut), -Infinity);

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
    discrepancies: describeDiscrepancies(
      lostEvents,
      sessions,
      now >= deadline,
      log,
      people,
      stays.length + earlier.people.size === 0,
    ),
    earlierDiscrepancies: earlier.discrepancies,
    unused: log.unused,
  };
}
