import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summarizeAttendance } from 'react-whereby-embed/server';
import type { AttendanceEvent, AttendanceOptions, InsightRow } from 'react-whereby-embed/server';
import { at, SimulatedMeeting } from '../../support/SimulatedMeeting.js';

const row = (
  participantId: string,
  joined: number,
  left: number | null,
  more: Partial<InsightRow> = {},
): InsightRow => ({
  participantId,
  roleName: 'visitor',
  displayName: participantId,
  joinedAt: at(joined),
  leftAt: left === null ? null : at(left),
  ...more,
});

const staysOf = (events: readonly AttendanceEvent[], id: string, options: AttendanceOptions) =>
  (summarizeAttendance(events, options).people.find((one) => one.id === id)?.stays ?? []).map(
    ({ from, to, closedBy }) => [from, to, closedBy],
  );

const lost = (type: string, who: string) => (event: AttendanceEvent & { readonly data: Record<string, unknown> }) =>
  event.type === type && event.data.participantId === who;

describe('insights', () => {
  test('replace an end that was only inferred from a session, from counts or from the deadline', () => {
    const meeting = new SimulatedMeeting().join(0, 'a').join(1, 'b').leave(5, 'b').leave(6, 'a').pass(9);
    const events = meeting.without(lost('room.client.left', 'b'));
    expect(staysOf(events, 'b', {})).toEqual([[at(1), at(6), 'session-ended']]);
    expect(staysOf(events, 'b', { insights: [row('b', 1, 5)] })).toEqual([[at(1), at(5), 'insights']]);

    const alone = new SimulatedMeeting().join(0, 'c').events;
    const late = { now: at(200), endDate: at(30) };
    expect(staysOf(alone, 'c', late)).toEqual([[at(0), at(90), 'deadline']]);
    expect(staysOf(alone, 'c', { ...late, insights: [row('c', 0, 12)] })).toEqual([[at(0), at(12), 'insights']]);
    // Insights are late: that they still have someone in the room proves nothing.
    expect(staysOf(alone, 'c', { ...late, insights: [row('c', 0, null)] })).toEqual([[at(0), at(90), 'deadline']]);
  });

  test("never change what the participant's own events show", () => {
    const { events } = new SimulatedMeeting().join(0, 'a').leave(6, 'a');
    for (const insights of [[row('a', 0, 7)], [row('a', 1, 5)], [row('a', 0, null)]])
      expect(staysOf(events, 'a', { insights })).toEqual([[at(0), at(6), 'left']]);
  });

  test('add a stay that began at another time than the one of the events', () => {
    const { events } = new SimulatedMeeting().join(0, 'a').leave(20, 'a');
    expect(staysOf(events, 'a', { insights: [row('a', 10, 30)] })).toEqual([
      [at(0), at(20), 'left'],
      [at(10), at(30), 'insights'],
    ]);
  });

  test('are ignored if they are duplicates, damaged or about machines', () => {
    const { events } = new SimulatedMeeting().join(0, 'a').leave(6, 'a');
    const insights = [
      row('a', 0, 6),
      row('a', 0, 6),
      row('recorder-1', 0, 6, { roleName: 'recorder' }),
      row('b', 1, 2, { joinedAt: 'yesterday' }),
      row('c', 1, 2, { joinedAt: null as never }),
    ];
    expect(summarizeAttendance(events, { insights })).toEqual(summarizeAttendance(events));
  });

  test('add a person of whom all events were lost, and report the loss once', () => {
    const meeting = new SimulatedMeeting()
      .join(0, 'a')
      .join(1, 'ghost', { externalId: 'g-1' })
      .join(2, 'c')
      .leave(3, 'c')
      .leave(4, 'ghost')
      .leave(5, 'a');
    const events = meeting.without(({ data }) => data.participantId === 'ghost');
    const before = summarizeAttendance(events).discrepancies;
    expect(before).toMatchObject([{ code: 'joined-lost', participantId: null, count: 1 }]);
    const summary = summarizeAttendance(events, { insights: [row('ghost', 1, 4, { externalId: 'g-1' })] });
    expect(summary.people).toMatchObject([
      { id: 'a' },
      { id: 'g-1', identifiedBy: 'externalId', seconds: 180 },
      { id: 'c' },
    ]);
    expect(summary.togetherSeconds).toBe(180);
    expect(summary.discrepancies).toMatchObject([{ code: 'joined-lost', participantId: 'ghost', count: 1 }]);
  });

  test("close each of a person's two connections by its own row, in any order of the rows", () => {
    const meeting = new SimulatedMeeting()
      .join(0, 'a')
      .join(0, 'x')
      .leave(10, 'a')
      .join(30, 'a')
      .leave(40, 'a')
      .leave(50, 'x');
    const events = meeting.without(lost('room.client.left', 'a'));
    const insights = [row('a', 30, 40), row('x', 0, 50), row('a', 0, 10)];
    const expected = [
      [at(0), at(10), 'insights'],
      [at(30), at(40), 'insights'],
    ];
    expect(staysOf(events, 'a', { insights })).toEqual(expected);
    expect(staysOf(events, 'a', { insights: insights.toReversed() })).toEqual(expected);
  });

  describe('give a stay whose `joined` was lost its start', () => {
    const events = new SimulatedMeeting().join(0, 'x').join(10, 'a').leave(30, 'a').leave(40, 'x');
    const left = events.without(lost('room.client.joined', 'a'));
    const unknown = [null, at(30), 'left'];

    test.each([
      ['of the row that ends with it', row('a', 10, 30)],
      ['of a row that has not ended', row('a', 10, null)],
      ['of a row that ended two minutes before', row('a', 10, 28)],
    ])('%s', (_, insight) => {
      expect(staysOf(left, 'a', { insights: [insight] })).toEqual([[at(10), at(30), 'left']]);
    });

    test('that is its end, if it was short', () => {
      expect(staysOf(left, 'a', { insights: [row('a', 30, 31)] })).toEqual([[at(30), at(30), 'left']]);
    });

    test.each([
      ['that ended longer ago', row('a', 10, 27.9), [at(10), at(27.9), 'insights']],
      ['that started later', row('a', 30.1, 35), [at(30.1), at(35), 'insights']],
    ])('but not of a row %s, which is a stay of its own', (_, insight, own) => {
      const stays = staysOf(left, 'a', { insights: [insight] });
      expect(stays).toHaveLength(2);
      expect(stays).toEqual(expect.arrayContaining([own, unknown]));
    });
  });

  test('are about a stay if they start at most two minutes from it', () => {
    const { events } = new SimulatedMeeting().join(10, 'a').leave(30, 'a');
    const stay = [at(10), at(30), 'left'];
    for (const start of [8, 12]) expect(staysOf(events, 'a', { insights: [row('a', start, 30)] })).toEqual([stay]);
    for (const start of [7.9, 12.1])
      expect(staysOf(events, 'a', { insights: [row('a', start, 30)] })).toContainEqual([at(start), at(30), 'insights']);
  });

  test('say of someone without any event no more than they know', () => {
    const { events } = new SimulatedMeeting().join(0, 'a');
    const bare = { participantId: 'b', joinedAt: at(1), leftAt: null };
    const { people } = summarizeAttendance(events, { insights: [bare as InsightRow], now: at(5) });
    expect(people[1]).toMatchObject({
      displayName: '',
      externalId: null,
      roles: ['visitor'],
      dialIn: false,
      seconds: 240,
    });
    expect(people[1]!.stays).toMatchObject([{ from: at(1), to: null, closedBy: 'open' }]);
    expect(staysOf(events, 'b', { insights: [row('b', 1, 4)] })).toEqual([[at(1), at(4), 'insights']]);
  });

  test('that have a connection without and with its end count until its end', () => {
    const { events } = new SimulatedMeeting().join(0, 'a');
    const insights = [row('b', 1, null), row('b', 1, 4)];
    for (const rows of [insights, insights.toReversed()])
      expect(staysOf(events, 'b', { insights: rows })).toEqual([[at(1), at(4), 'insights']]);
  });

  test("restore everyone's exact time if only `left` events were lost", () => {
    const plans = fc.uniqueArray(
      fc.record({ who: fc.nat(7), from: fc.integer({ min: 0, max: 200 }), length: fc.integer({ min: 1, max: 60 }) }),
      { minLength: 1, maxLength: 8, selector: ({ who }) => who },
    );
    fc.assert(
      fc.property(plans, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), fc.nat(), (plan, fates, turn) => {
        const stays = plan.map(({ who, from, length }) => ({ id: `p${who}`, from, to: from + length }));
        const steps = stays.flatMap(({ id, from, to }, at) => [
          { minute: from + at / 1000, id, isJoin: true, at },
          { minute: to + at / 1000, id, isJoin: false, at },
        ]);
        const meeting = new SimulatedMeeting();
        const dropped = new Set<AttendanceEvent>();
        for (const { minute, id, isJoin, at: which } of steps.sort((one, other) => one.minute - other.minute)) {
          if (isJoin) meeting.join(minute, id);
          else meeting.leave(minute, id);
          const written = meeting.events.findLast(({ type }) => type === `room.client.${isJoin ? 'joined' : 'left'}`)!;
          if (!isJoin && fates[which]) dropped.add(written);
        }
        const rows = stays.map(({ id, from, to }, at) => row(id, from + at / 1000, to + at / 1000));
        const insights = [...rows.slice(turn % rows.length), ...rows.slice(0, turn % rows.length)];
        const summary = summarizeAttendance(
          meeting.without((event) => dropped.has(event)),
          { insights, now: at(1000) },
        );
        for (const { id, seconds } of summary.people) {
          const truth = stays.filter((one) => one.id === id).reduce((sum, { from, to }) => sum + to - from, 0);
          expect(seconds).toBe(truth * 60);
        }
      }),
      { numRuns: 500 },
    );
  });
});
