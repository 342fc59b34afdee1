import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAttendance, summarizeAttendance } from 'react-whereby-embed/server';
import type { AttendanceEvent } from 'react-whereby-embed/server';
import { at, SimulatedMeeting } from '../../support/SimulatedMeeting.js';

const runs = { numRuns: 1000 };

/** In each step, after some tenths of a minute, someone joins, or leaves if they are there. */
const steps = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 60 }),
    who: fc.integer({ min: 0, max: 6 }),
    role: fc.constantFrom('host', 'visitor', 'viewer', 'recorder'),
    person: fc.constantFrom(null, 'u-1', 'u-2'),
  }),
  { maxLength: 30 },
);

interface Simulation {
  readonly meeting: SimulatedMeeting;
  /** How many minutes each participant was really there. */
  readonly truth: ReadonlyMap<string, number>;
  readonly end: number;
}

function simulate(planned: typeof steps extends fc.Arbitrary<infer Steps> ? Steps : never): Simulation {
  const meeting = new SimulatedMeeting();
  const truth = new Map<string, number>();
  const since = new Map<string, number>();
  const roles = new Map<string, string>();
  let now = 0;
  for (const { after, who, role, person } of planned) {
    now += after / 10;
    const id = `p${who}`;
    const joined = since.get(id);
    if (joined === undefined) {
      // A participant keeps their role, as a room URL gives it.
      roles.set(id, roles.get(id) ?? role);
      meeting.join(now, id, { roleName: roles.get(id)!, externalId: roles.get(id) === role ? person : null });
      since.set(id, now);
    } else {
      meeting.leave(now, id);
      truth.set(id, (truth.get(id) ?? 0) + now - joined);
      since.delete(id);
    }
  }
  for (const [id, joined] of since) {
    now += 0.1;
    meeting.leave(now, id);
    truth.set(id, (truth.get(id) ?? 0) + now - joined);
  }
  meeting.pass(now + 5);
  return { meeting, truth, end: now + 5 };
}

const meetings = steps.map(simulate);

/** Meetings without two steps in one millisecond, whose order would be unknown. */
const orderly = steps.map((planned) => simulate(planned.map((step) => ({ ...step, after: step.after + 1 }))));

/** The events in another order, some of them up to three times. */
const delivered = (events: readonly AttendanceEvent[]) =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat()), { minLength: events.length, maxLength: events.length })
    .map((fates) =>
      fates
        .flatMap(([times], index) => Array.from({ length: times }, (_, again) => [index, again] as const))
        .sort(([a, x], [b, y]) => ((fates[a]![1] + x * 7919) % 10007) - ((fates[b]![1] + y * 7919) % 10007))
        .map(([index]) => structuredClone(events[index]!)),
    );

/** Some of the events. */
const survivors = (events: readonly AttendanceEvent[]) => fc.subarray([...events]);

describe('for thousands of random meetings, attendance', () => {
  test('is the same for every order and any repetition', () => {
    fc.assert(
      fc.property(
        meetings.chain(({ meeting, end }) =>
          fc.tuple(
            fc.constant(meeting.events),
            delivered(meeting.events),
            fc.constant({ now: at(end), endDate: at(end) }),
          ),
        ),
        ([events, again, options]) => {
          expect(summarizeAttendance(again, options)).toEqual(summarizeAttendance(events, options));
        },
      ),
      runs,
    );
  });

  test('is the same for every order and any repetition of the events that are left after losses', () => {
    fc.assert(
      fc.property(
        meetings
          .chain(({ meeting, end }) => fc.tuple(survivors(meeting.events), fc.constant(end)))
          .chain(([events, end]) =>
            fc.tuple(fc.constant(events), delivered(events), fc.constant({ now: at(end + 90), endDate: at(end) })),
          ),
        ([events, again, options]) => {
          expect(summarizeAttendance(again, options)).toEqual(summarizeAttendance(events, options));
        },
      ),
      runs,
    );
  });

  test('is the true time of everyone if no event was lost', () => {
    fc.assert(
      fc.property(orderly, ({ meeting, truth }) => {
        // By participant, so that no two are merged.
        const identities = new Map([...truth.keys()].map((id) => [id, id]));
        const summary = summarizeAttendance(meeting.events, { identities });
        for (const person of summary.people) expect(person.seconds).toBe(Math.round(truth.get(person.id)! * 60));
        expect(summary.discrepancies).toEqual([]);
        const machines = meeting.events.filter(({ data }) => (data as { roleName?: string }).roleName === 'recorder');
        const people = new Set(
          [...truth.keys()].filter(
            (id) => !machines.some(({ data }) => (data as { participantId: string }).participantId === id),
          ),
        );
        expect(new Set(summary.people.map(({ id }) => id))).toEqual(people);
      }),
      runs,
    );
  });

  test('has everyone who appears and never more time than the meeting, whatever was lost', () => {
    fc.assert(
      fc.property(
        meetings.chain(({ meeting, end }) => fc.tuple(survivors(meeting.events), fc.constant(end))),
        ([events, end]) => {
          const summary = summarizeAttendance(events, { now: at(end), endDate: at(end) });
          const people = new Set<unknown>();
          for (const { type, data } of events as { type: string; data: Record<string, unknown> }[])
            if (/joined|left/.test(type) && data.roleName !== 'recorder') people.add(data.participantId);
          expect(new Set(summary.people.flatMap(({ participantIds }) => participantIds))).toEqual(people);
          expect(summary.togetherSeconds).toBeLessThanOrEqual(end * 60 + 0.01);
          for (const person of summary.people) {
            expect(person.seconds).toBeGreaterThanOrEqual(0);
            expect(person.seconds).toBeLessThanOrEqual(end * 60 + 0.01);
            expect(person.minutes * 60).toBeGreaterThanOrEqual(person.seconds - 0.5);
            for (const { from, to } of person.stays) if (from && to) expect(from <= to).toBe(true);
          }
          expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
        },
      ),
      runs,
    );
  });

  test('reports a single lost `left` or `joined` event with its participant', () => {
    fc.assert(
      fc.property(
        orderly.filter(({ meeting }) => meeting.events.some(({ type }) => /joined|left/.test(type))),
        fc.nat(),
        ({ meeting, end }, pick) => {
          const presences = meeting.events.filter(
            ({ type, data }) => /joined|left/.test(type) && (data as { roleName: string }).roleName !== 'recorder',
          );
          fc.pre(presences.length > 0);
          const victim = presences[pick % presences.length]!;
          const events = meeting.events.filter((event) => event !== victim);
          const { discrepancies } = summarizeAttendance(events, { now: at(end + 61), endDate: at(end) });
          const code = victim.type.endsWith('left') ? 'left-lost' : 'joined-lost';
          expect(discrepancies.map((one) => one.code)).toContain(code);
        },
      ),
      runs,
    );
  });

  test('has the same sums in a stream that removes settled events as from all events together', () => {
    fc.assert(
      fc.property(fc.array(orderly, { minLength: 1, maxLength: 3 }), (parts) => {
        let offset = 0;
        const events = parts.flatMap(({ meeting, end }) => {
          const moved = meeting.events.map((event) => ({
            ...event,
            createdAt: new Date(Date.parse(event.createdAt) + offset * 60_000).toISOString(),
            data: {
              ...event.data,
              roomSessionId:
                (event.data as { roomSessionId: string | null }).roomSessionId &&
                `${(event.data as { roomSessionId: string }).roomSessionId}-${offset}`,
            },
          }));
          offset += end;
          return moved;
        });
        const stream = createAttendance({ settleAfter: 3_600_000 });
        // Often enough that some of them are removed.
        const many = Array.from({ length: 1 + Math.ceil(9000 / Math.max(1, events.length)) }, (_, day) =>
          events.map((event) => ({
            ...event,
            createdAt: new Date(Date.parse(event.createdAt) + day * 86_400_000).toISOString(),
            data: {
              ...event.data,
              roomSessionId:
                (event.data as { roomSessionId: string | null }).roomSessionId &&
                `${day}-${(event.data as { roomSessionId: string }).roomSessionId}`,
            },
          })),
        ).flat();
        for (const event of many) stream.add(event);
        const whole = summarizeAttendance(many);
        const streamed = stream.summary();
        const sums = (summary: typeof whole) => ({
          ...summary,
          sessions: summary.sessions.length + summary.earlierSessions,
          earlierSessions: 0,
          discrepancies: summary.discrepancies.length + summary.earlierDiscrepancies,
          earlierDiscrepancies: 0,
          people: summary.people.map((person) => ({
            ...person,
            stays: person.stays.length + person.earlierStays,
            earlierStays: 0,
            participantIds: 0,
          })),
        });
        // Otherwise nothing was removed, and nothing tested.
        if (events.length > 0)
          expect(streamed.people.some(({ earlierStays }) => earlierStays > 0)).toBe(whole.people.length > 0);
        expect(sums(streamed)).toEqual(sums(whole));
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});
