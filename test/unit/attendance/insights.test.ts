import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summarizeAttendance } from 'react-whereby-embed/server';
import type { AttendanceEvent, AttendanceOptions, InsightRow } from 'react-whereby-embed/server';
import { at, Story } from './story.js';

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

describe('insights mend what lost events left unknown', () => {
  test('an end that was only guessed: of a session, of counts, of the deadline', () => {
    const story = new Story().join(0, 'a').join(1, 'b').leave(5, 'b').leave(6, 'a').pass(9);
    const events = story.without(lost('room.client.left', 'b'));
    expect(staysOf(events, 'b', {})).toEqual([[at(1), at(6), 'session-ended']]);
    expect(staysOf(events, 'b', { insights: [row('b', 1, 5)] })).toEqual([[at(1), at(5), 'insights']]);

    const alone = new Story().join(0, 'c').events;
    const late = { now: at(200), endDate: at(30) };
    expect(staysOf(alone, 'c', late)).toEqual([[at(0), at(90), 'deadline']]);
    expect(staysOf(alone, 'c', { ...late, insights: [row('c', 0, 12)] })).toEqual([[at(0), at(12), 'insights']]);
    // Insights lag behind: someone they still see in the room is no more known than before.
    expect(staysOf(alone, 'c', { ...late, insights: [row('c', 0, null)] })).toEqual([[at(0), at(90), 'deadline']]);
  });

  test('and nothing that an event has said', () => {
    const { events } = new Story().join(0, 'a').leave(6, 'a');
    for (const insights of [[row('a', 0, 7)], [row('a', 1, 5)], [row('a', 0, null)]])
      expect(staysOf(events, 'a', { insights })).toEqual([[at(0), at(6), 'left']]);
  });

  test('rows that are of no use do no harm', () => {
    const { events } = new Story().join(0, 'a').leave(6, 'a');
    const insights = [
      row('a', 0, 6),
      row('a', 0, 6),
      row('recorder-1', 0, 6, { roleName: 'recorder' }),
      row('b', 1, 2, { joinedAt: 'yesterday' }),
      row('c', 1, 2, { joinedAt: null as never }),
    ];
    expect(summarizeAttendance(events, { insights })).toEqual(summarizeAttendance(events));
  });

  test('a person nobody told of is added, and told once', () => {
    const story = new Story()
      .join(0, 'a')
      .join(1, 'ghost', { externalId: 'g-1' })
      .join(2, 'c')
      .leave(3, 'c')
      .leave(4, 'ghost')
      .leave(5, 'a');
    const events = story.without(({ data }) => data.participantId === 'ghost');
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

  test('one person’s two connections are mended each by its own row, in whatever order the rows come', () => {
    const story = new Story().join(0, 'a').join(0, 'x').leave(10, 'a').join(30, 'a').leave(40, 'a').leave(50, 'x');
    const events = story.without(lost('room.client.left', 'a'));
    const insights = [row('a', 30, 40), row('x', 0, 50), row('a', 0, 10)];
    const expected = [
      [at(0), at(10), 'insights'],
      [at(30), at(40), 'insights'],
    ];
    expect(staysOf(events, 'a', { insights })).toEqual(expected);
    expect(staysOf(events, 'a', { insights: insights.toReversed() })).toEqual(expected);
  });

  test('with every row there, nobody’s time is lost with the events of their leaving', () => {
    const meeting = fc.uniqueArray(
      fc.record({ who: fc.nat(7), from: fc.integer({ min: 0, max: 200 }), length: fc.integer({ min: 1, max: 60 }) }),
      { minLength: 1, maxLength: 8, selector: ({ who }) => who },
    );
    fc.assert(
      fc.property(meeting, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), fc.nat(), (plan, fates, turn) => {
        const stays = plan.map(({ who, from, length }) => ({ id: `p${who}`, from, to: from + length }));
        const steps = stays.flatMap(({ id, from, to }, at) => [
          { minute: from + at / 1000, id, isJoin: true, at },
          { minute: to + at / 1000, id, isJoin: false, at },
        ]);
        const story = new Story();
        const dropped = new Set<AttendanceEvent>();
        for (const { minute, id, isJoin, at: which } of steps.sort((one, other) => one.minute - other.minute)) {
          if (isJoin) story.join(minute, id);
          else story.leave(minute, id);
          const told = story.events.findLast(({ type }) => type === `room.client.${isJoin ? 'joined' : 'left'}`)!;
          if (!isJoin && fates[which]) dropped.add(told);
        }
        const rows = stays.map(({ id, from, to }, at) => row(id, from + at / 1000, to + at / 1000));
        const insights = [...rows.slice(turn % rows.length), ...rows.slice(0, turn % rows.length)];
        const summary = summarizeAttendance(
          story.without((event) => dropped.has(event)),
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

  test('who leaves later is not taken to have left with a session, who comes again is', () => {
    const story = new Story()
      .join(0, 'stays')
      .join(1, 'returns')
      .leave(2, 'returns')
      // Their session ends; then there are as many as if one of the two had gone, and no word of who.
      .join(20, 'other')
      .leave(30, 'stays')
      .join(40, 'returns')
      .leave(50, 'returns')
      .leave(51, 'other');
    const events = story.without((event) => lost('room.client.left', 'returns')(event) && event.createdAt === at(2));
    expect(staysOf(events, 'stays', {})).toEqual([[at(0), at(30), 'left']]);
    expect(staysOf(events, 'returns', {})).toEqual([
      [at(1), at(3), 'session-ended'],
      [at(40), at(50), 'left'],
    ]);
  });
});
