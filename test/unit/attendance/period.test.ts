import { describe, expect, test } from 'vitest';
import { createAttendance, summarizeAttendance } from 'react-whereby-embed/server';
import { at, SimulatedMeeting } from '../../support/SimulatedMeeting.js';

const week = 7 * 24 * 60;

/** Two lessons in one room, a week apart: Ada comes to both, Ben to the second, and stays longer. */
const meeting = new SimulatedMeeting()
  .join(0, 'ada-1', { externalId: 'ada' })
  .join(0, 'eve-1', { externalId: 'eve' })
  .leave(50, 'eve-1')
  .leave(50, 'ada-1')
  .join(week, 'ada-2', { externalId: 'ada' })
  .join(week + 10, 'ben-2', { externalId: 'ben' })
  .leave(week + 60, 'ada-2')
  .leave(week + 90, 'ben-2')
  .pass(week + 100);

test('a stream keeps no more events than it may, and says so', () => {
  const stream = createAttendance({ maxEvents: 2 });
  for (const event of meeting.events) stream.add(event);
  const { people, unused, discrepancies } = stream.summary();
  expect(people.map(({ id }) => id)).toEqual(['ada', 'eve']);
  expect(unused).toBe(meeting.events.length - 2);
  expect(discrepancies).toMatchObject([{ code: 'limit-reached', count: unused }]);
});

describe('a period', () => {
  test('has the people and sums of one occasion in a room that is used again and again', () => {
    const first = summarizeAttendance(meeting.events, { to: at(week) });
    expect(first.people.map(({ id, seconds }) => [id, seconds / 60])).toEqual([
      ['ada', 50],
      ['eve', 50],
    ]);
    const second = summarizeAttendance(meeting.events, { from: at(week), to: at(2 * week) });
    expect(second.people.map(({ id, seconds, lateBySeconds }) => [id, seconds / 60, lateBySeconds])).toEqual([
      ['ada', 60, 0],
      ['ben', 80, 0],
    ]);
    expect(second).toMatchObject({
      togetherSeconds: 50 * 60,
      sessions: [{ startedAt: at(week + 10) }],
      firstIn: at(week),
    });
    expect([first.discrepancies, second.discrepancies]).toEqual([[], []]);
    const whole = summarizeAttendance(meeting.events);
    expect(first.participantMinutes + second.participantMinutes).toBe(whole.participantMinutes);
  });

  test('is what a session gives, so that there can be a summary of each', () => {
    const { sessions } = summarizeAttendance(meeting.events);
    const summaries = sessions.map(({ startedAt, endedAt }) =>
      summarizeAttendance(meeting.events, { from: startedAt!, to: endedAt! }),
    );
    expect(summaries.map(({ people }) => people.map(({ id }) => id))).toEqual([
      ['ada', 'eve'],
      ['ada', 'ben'],
    ]);
  });

  test('cuts stays and sessions where it starts and ends', () => {
    const { people, sessions, sessionSeconds } = summarizeAttendance(meeting.events, { from: at(10), to: at(20) });
    expect(people[0]!.stays).toEqual([
      { participantId: 'ada-1', role: 'visitor', from: at(10), to: at(20), closedBy: 'period-ended' },
    ]);
    expect(people[0]).toMatchObject({ seconds: 600, minutes: 10, firstIn: at(10), lastOut: at(20) });
    expect(sessions).toMatchObject([{ startedAt: at(10), endedAt: at(20), seconds: 600 }]);
    expect(sessionSeconds).toBe(600);
  });

  test('that ends while someone is there ends their stay, and one that lasts leaves it open', () => {
    const running = new SimulatedMeeting().join(0, 'a').events;
    const read = (to: number) => summarizeAttendance(running, { now: at(30), to: at(to) }).people[0]!;
    expect(read(20)).toMatchObject({ seconds: 1200, lastOut: at(20), stays: [{ closedBy: 'period-ended' }] });
    expect(read(40)).toMatchObject({ seconds: 1800, lastOut: null, stays: [{ closedBy: 'open' }] });
  });

  test('that ends just when someone leaves does not end their stay', () => {
    const { people } = summarizeAttendance(meeting.events, { to: at(50) });
    expect(people[0]!.stays).toMatchObject([{ to: at(50), closedBy: 'left' }]);
  });

  test('has whoever left at its start without ever having joined', () => {
    const events = meeting.without(({ type, data }) => type === 'room.client.joined' && data.participantId === 'eve-1');
    expect(summarizeAttendance(events, { from: at(50) }).people.map(({ id }) => id)).toContain('eve');
    expect(summarizeAttendance(events, { from: at(50.1) }).people.map(({ id }) => id)).not.toContain('eve');
  });

  test('does not end a session whose end was lost, or that goes on', () => {
    const running = new SimulatedMeeting().join(0, 'a').join(1, 'b').events;
    const { sessions } = summarizeAttendance(running, { now: at(30), to: at(20) });
    expect(sessions).toMatchObject([{ startedAt: at(1), endedAt: null, seconds: null }]);
  });

  test('has only its own discrepancies', () => {
    const events = meeting.without(({ type, data }) => type === 'room.client.left' && data.participantId === 'eve-1');
    expect(summarizeAttendance(events, { to: at(week) }).discrepancies).toMatchObject([{ code: 'left-lost' }]);
    expect(summarizeAttendance(events, { from: at(week) }).discrepancies).toEqual([]);
  });

  test('of a stream is the same', () => {
    const stream = createAttendance();
    for (const event of meeting.events) stream.add(event);
    const period = { from: at(week), to: at(2 * week) };
    expect(stream.summary(period)).toEqual(summarizeAttendance(meeting.events, period));
  });

  test.each([
    [20, 10],
    [10, 10],
  ])('from %i to %i has nothing in it', (from, to) => {
    const { people, discrepancies } = summarizeAttendance(meeting.events, { from: at(from), to: at(to) });
    expect(people).toEqual([]);
    expect(discrepancies).toMatchObject([{ code: 'nothing-counted' }]);
  });

  test('has whoever is there for a moment at its start, and nobody who left then or joins at its end', () => {
    const { events } = new SimulatedMeeting()
      .join(0, 'before')
      .join(1, 'through')
      .leave(10, 'before')
      .leave(20, 'through')
      .join(20, 'after')
      .leave(30, 'after');
    const moment = new SimulatedMeeting().join(0, 'x').join(10, 'moment').leave(10, 'moment').events;
    const period = { from: at(10), to: at(20) };
    expect(summarizeAttendance(events, period).people.map(({ id }) => id)).toEqual(['through']);
    expect(summarizeAttendance(moment, period).people.map(({ id }) => id)).toContain('moment');
  });

  test('that cannot be read counts everything, and says so', () => {
    const { discrepancies, ...summary } = summarizeAttendance(meeting.events, { from: 'soon', to: '' });
    expect({ ...summary, discrepancies: [] }).toEqual(summarizeAttendance(meeting.events));
    expect(discrepancies.map(({ code }) => code)).toEqual(['option-unreadable', 'option-unreadable']);
  });
});

describe('a `left` event with a time before its `joined`', () => {
  const presence = (type: string, second: number, participantId: string, present: number) => ({
    id: `${type}-${participantId}-${second}`,
    type: `room.client.${type}`,
    createdAt: at(second / 60),
    data: {
      participantId,
      roleName: 'visitor',
      roomSessionId: null,
      numClients: present,
      numClientsByRoleName: { visitor: present },
    },
  });
  // Ada is there for 60 minutes. Ben looked in after five, and his two events crossed.
  const events = (difference: number) => [
    presence('joined', 0, 'ada', 1),
    presence('joined', 300 + difference, 'ben', 2),
    presence('left', 300, 'ben', 1),
    presence('left', 3600, 'ada', 0),
  ];

  test.each([0, 0.001, 0.2, 1, 2, 5, 10])('by %s s counts no time, and nothing was lost', (difference) => {
    const { people, togetherSeconds, discrepancies } = summarizeAttendance(events(difference).toReversed());
    expect(people.map(({ id, minutes }) => [id, minutes])).toEqual([
      ['ada', 60],
      ['ben', 0],
    ]);
    expect([togetherSeconds, discrepancies]).toEqual([0, []]);
  });

  test('by more is another stay', () => {
    const { people, discrepancies } = summarizeAttendance(events(60));
    expect(people.find(({ id }) => id === 'ben')!.minutes).toBeGreaterThan(0);
    expect(discrepancies.map(({ code }) => code)).toContain('joined-lost');
  });

  test('is another stay if the participant was there before, and came back at once', () => {
    const { people } = summarizeAttendance([
      presence('joined', 0, 'ada', 1),
      presence('left', 300, 'ada', 0),
      presence('joined', 301, 'ada', 1),
      presence('left', 3600, 'ada', 0),
    ]);
    expect(people[0]!.stays.map(({ from, to }) => [from, to])).toEqual([
      [at(0), at(5)],
      [at(301 / 60), at(60)],
    ]);
  });

  test('is another stay if a later `left` ends that one', () => {
    const { people, discrepancies } = summarizeAttendance([
      presence('left', 300, 'ada', 0),
      presence('joined', 301, 'ada', 1),
      presence('left', 3600, 'ada', 0),
    ]);
    expect(people[0]).toMatchObject({ seconds: 3299, stays: [{ from: null }, { closedBy: 'left' }] });
    expect(discrepancies).toMatchObject([{ code: 'joined-lost', participantId: 'ada' }]);
  });
});
