import type { Collected, RawSession } from './collect.js';
import type { Settled } from './createAttendance.js';
import { mend } from './insights.js';
import { Ledger } from './ledger.js';
import type { Marks } from './marks.js';
import { sessionsOf } from './sessions.js';
import type { Stays } from './stays.js';
import { addUp } from './totals.js';
import type { PersonTotals } from './totals.js';
import type { AttendanceOptions, AttendanceSummary, Attendee, Discrepancy, Moment, Stay } from './types.js';

/** Events of a room are sent until this long after its `endDate`. */
const afterEnd = 3_600_000;

/** A moment that is none counts as left out. */
const millisecondsOf = (moment: Moment | undefined) => {
  const time = moment === undefined ? NaN : new Date(moment).getTime();
  return Number.isNaN(time) ? undefined : time;
};

const iso = (milliseconds: number) => (Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : null);

const seconds = (milliseconds: number) => Math.round(milliseconds / 1000);

const describeStay = (stays: Stays, at: number, marks: Marks): Stay => ({
  participantId: marks.text(stays.who[at]!),
  role: marks.text(stays.role[at]!),
  from: iso(stays.from[at]!),
  to: iso(stays.to[at]!),
  closedBy: stays.endOf(at),
});

function describePerson(
  person: PersonTotals,
  stays: Stays,
  own: readonly number[],
  marks: Marks,
  start: number,
): Attendee {
  return {
    id: person.id,
    identifiedBy: person.identifiedBy,
    displayName: person.name,
    externalId: person.externalId,
    participantIds: [...new Set(own.map((at) => marks.text(stays.who[at]!)))],
    roles: person.roles,
    dialIn: person.dialIn,
    stays: own.map((at) => describeStay(stays, at, marks)),
    earlierStays: person.earlierStays,
    seconds: seconds(person.present),
    minutes: person.minutes,
    firstIn: iso(person.firstIn),
    lastOut: person.isOpen ? null : iso(person.lastOut),
    lateBySeconds:
      Number.isFinite(start) && Number.isFinite(person.firstIn) ? Math.max(0, seconds(person.firstIn - start)) : null,
    mostAtOnce: person.mostAtOnce,
  };
}

const lostOf = {
  'left-lost': (count: number) => `${count} \`left\` event${count > 1 ? 's were' : ' was'} lost.`,
  'joined-lost': (count: number) => `${count} \`joined\` event${count > 1 ? 's were' : ' was'} lost.`,
};

function sessionDiscrepancies(sessions: readonly RawSession[], over: boolean): Discrepancy[] {
  return sessions.flatMap((session, at): Discrepancy[] => {
    if (Number.isNaN(session.start))
      return [
        {
          code: 'session-started-lost',
          at: iso(session.end)!,
          count: 1,
          participantId: null,
          message: 'A session ended that did not start: its `room.session.started` was lost.',
        },
      ];
    // The last one may still run.
    if (!Number.isNaN(session.end) || (at === sessions.length - 1 && !over)) return [];
    return [
      {
        code: 'session-ended-lost',
        at: iso(session.start)!,
        count: 1,
        participantId: null,
        message: 'A session started and did not end: its `room.session.ended` was lost.',
      },
    ];
  });
}

/** The public form of what was collected. Leaves it as it is. */
export function describeSummary(
  { marks, participants: known, ...rest }: Collected,
  settled: Settled,
  options: AttendanceOptions,
  {
    last,
    unused,
    meetings,
  }: { readonly last: number; readonly unused: number; readonly meetings: ReadonlyMap<string, number> },
): AttendanceSummary {
  const now = millisecondsOf(options.now) ?? last;
  const endDate = millisecondsOf(options.endDate);
  const deadline = endDate === undefined ? undefined : endDate + afterEnd;
  const participants = new Map([...known].map(([who, participant]) => [who, { ...participant }]));

  const ledger = new Ledger(marks);
  ledger.run(marks.sorted());
  const stays = ledger.finish(deadline, now);
  const added = options.insights ? mend(stays, options.insights, marks, participants) : [];

  const totals = {
    ...settled.totals,
    peak: { ...settled.totals.peak },
    people: new Map([...settled.totals.people].map(([key, person]) => [key, { ...person, roles: [...person.roles] }])),
  };
  const shown = addUp(totals, stays, marks, participants, options.identities, now);

  const sessions = sessionsOf({ marks, participants: known, ...rest });
  const firstSession = sessions.reduce((first, { start }) => (first <= start ? first : start), settled.firstSession);
  const start = millisecondsOf(options.startDate) ?? firstSession;
  const people = [...totals.people.values()].sort(
    (one, other) =>
      (one.firstIn === other.firstIn ? 0 : one.firstIn - other.firstIn) ||
      (`${one.identifiedBy} ${one.id}` < `${other.identifiedBy} ${other.id}` ? -1 : 1),
  );

  const byRole: Record<string, number> = {};
  for (const { roles } of people) {
    const role = roles[0] ?? 'visitor';
    byRole[role] = (Object.hasOwn(byRole, role) ? byRole[role]! : 0) + 1;
  }

  for (const at of added) ledger.name('joined-lost', stays.from[at]!, stays.who[at]!);
  const discrepancies: Discrepancy[] = ledger.discrepancies
    .filter(({ count }) => count > 0)
    .map(({ code, at, count, who }) => ({
      code,
      at: iso(at)!,
      count,
      participantId: who < 0 ? null : marks.text(who),
      message: who < 0 ? `Counts say that ${lostOf[code](count)}` : lostOf[code](count),
    }));
  discrepancies.push(...sessionDiscrepancies(sessions, deadline !== undefined && now >= deadline));
  if (meetings.size > 1)
    discrepancies.push({
      code: 'several-meetings',
      at: iso(Math.max(...meetings.values()))!,
      count: 1,
      participantId: null,
      message: 'The events are of more than one meeting: pass those of one.',
    });
  for (const person of people) {
    const [first] = shown.get(person) ?? [];
    if (person.identifiedBy === 'externalId' && totals.people.has(`metadata ${person.id}`))
      discrepancies.push({
        code: 'identity-claimed',
        at: iso(person.firstIn) ?? iso(person.lastOut)!,
        count: 1,
        participantId: first === undefined ? null : marks.text(stays.who[first]!),
        message: `Someone came with the externalId "${person.id}" of a verified person, without proof: they are counted apart.`,
      });
  }
  const sorted = discrepancies.sort((one, other) =>
    one.at === other.at
      ? `${one.code} ${one.participantId}` < `${other.code} ${other.participantId}`
        ? -1
        : 1
      : one.at < other.at
        ? -1
        : 1,
  );

  return {
    people: people.map((person) => describePerson(person, stays, shown.get(person) ?? [], marks, start)),
    byRole,
    sessions: sessions.map(({ id, start: from, end }) => ({
      roomSessionId: id,
      startedAt: iso(from),
      endedAt: iso(end),
      seconds: Number.isNaN(end - from) ? null : seconds(end - from),
    })),
    earlierSessions: settled.sessions,
    sessionSeconds: seconds(
      sessions.reduce((sum, { start: from, end }) => sum + (end - from || 0), settled.sessionTime),
    ),
    togetherSeconds: seconds(totals.together),
    peak: totals.peak.people ? { people: totals.peak.people, at: iso(totals.peak.at)! } : null,
    participantMinutes: people.reduce((sum, { minutes }) => sum + minutes, 0),
    recordingSeconds: seconds(totals.recording),
    firstIn: iso(people.reduce((first, { firstIn }) => Math.min(first, firstIn), Infinity)),
    lastOut: people.some(({ isOpen }) => isOpen)
      ? null
      : iso(people.reduce((latest, { lastOut }) => Math.max(latest, lastOut), -Infinity)),
    discrepancies: sorted,
    earlierDiscrepancies: settled.discrepancies,
    unused,
  };
}
