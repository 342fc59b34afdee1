import { describe, expect, test } from 'vitest';
import { createAttendance, summarizeAttendance } from 'react-whereby-embed/server';
import type { AttendanceEvent, AttendanceOptions } from 'react-whereby-embed/server';
import { at, SimulatedMeeting } from '../../support/SimulatedMeeting.js';

type Event = AttendanceEvent & { readonly data: Readonly<Record<string, unknown>> };

const isOf =
  (type: string, ...who: readonly string[]) =>
  (event: Event) =>
    event.type === type && (who.length === 0 || who.includes(String(event.data.participantId)));

const found = (events: Iterable<unknown>, options: AttendanceOptions = {}) =>
  summarizeAttendance(events as AttendanceEvent[], options).discrepancies;

const class7 = () => new SimulatedMeeting().join(0, 'a').join(1, 'b').leave(5, 'b').leave(6, 'a').pass(9);

describe('a discrepancy says what happened, when and to whom:', () => {
  test('a lost `left` event', () => {
    expect(found(class7().without(isOf('room.client.left', 'b')))).toEqual([
      {
        code: 'left-lost',
        at: at(6),
        count: 1,
        participantId: 'b',
        message: '1 `left` event was lost.',
      },
    ]);
  });

  test('a lost `joined` event', () => {
    expect(found(class7().without(isOf('room.client.joined', 'b')))).toMatchObject([
      { code: 'joined-lost', at: at(5), participantId: 'b', message: '1 `joined` event was lost.' },
    ]);
  });

  test('lost events of people of whom nothing is known', () => {
    const meeting = new SimulatedMeeting().join(0, 'a').join(1, 'b').join(1, 'c').join(2, 'd').leave(3, 'd');
    const events = meeting.without((event) => ['b', 'c'].includes(String(event.data.participantId)));
    expect(found(events)).toEqual([
      {
        code: 'joined-lost',
        at: at(2),
        count: 2,
        participantId: null,
        message: 'Counts show that 2 `joined` events were lost.',
      },
    ]);
  });

  test('the start and the end of a session', () => {
    expect(found(class7().without(isOf('room.session.started')))).toEqual([
      {
        code: 'session-started-lost',
        at: at(6),
        count: 1,
        participantId: null,
        message: 'A session ended, but its `room.session.started` was lost.',
      },
    ]);
    const twice = class7().join(20, 'a').join(21, 'b').leave(25, 'b').leave(26, 'a').pass(30);
    const events = twice.without((event) => event.type === 'room.session.ended' && event.createdAt === at(6));
    expect(found(events)).toEqual([
      {
        code: 'session-ended-lost',
        at: at(1),
        count: 1,
        participantId: null,
        message: 'A session started, but its `room.session.ended` was lost.',
      },
    ]);
  });

  test('the end of the last session, once the meeting is over', () => {
    const events = class7().without(isOf('room.session.ended'));
    expect(found(events, { endDate: at(30), now: at(89) })).toEqual([]);
    expect(found(events, { endDate: at(30), now: at(90) })).toMatchObject([{ code: 'session-ended-lost' }]);
  });

  test('events that cannot be read', () => {
    const [joined] = class7().events;
    const odd = [
      null,
      { ...joined, createdAt: 'never' },
      { ...joined, data: null },
      { ...joined, data: { displayName: '' } },
      { ...joined, data: { displayName: '[[redacted]]' } },
    ];
    expect(
      found([...class7().events, ...odd]).map(({ code, at: when, count, message }) => [code, when, count, message]),
    ).toEqual(
      expect.arrayContaining([
        ['event-unreadable', null, 1, '1 event cannot be read: they have no `type`, or are not objects.'],
        ['event-unreadable', null, 1, '1 event cannot be read: their `createdAt` is missing or no time.'],
        ['event-unreadable', null, 1, '1 event cannot be read: their `data` is missing or not JSON.'],
        ['event-unreadable', null, 2, '2 events cannot be read: their `data` has no `participantId`.'],
      ]),
    );
  });

  test('events that are told apart by the name of the person', () => {
    const bare = (type: string, minute: number, data: object) => ({ type, createdAt: at(minute), data });
    const one = [bare('room.client.joined', 0, { displayName: 'Ada' })];
    expect(found(one)).toEqual([
      {
        code: 'participant-assumed',
        at: null,
        count: 1,
        participantId: null,
        message: '1 event has no `participantId`: people are told apart by `externalId`, else by their name.',
      },
    ]);
    const two = [
      ...one,
      bare('room.client.left', 5, { displayName: 'Ada' }),
      bare('room.client.joined', 6, { displayName: 'Ada', externalId: 'ada' }),
    ];
    expect(found(two)[0]).toMatchObject({ count: 3, message: expect.stringMatching(/^3 events have no/) as string });
    expect(summarizeAttendance(two as never).people.map(({ id, displayName }) => [id, displayName])).toEqual([
      ['displayName:Ada', 'Ada'],
      ['ada', 'Ada'],
    ]);
  });

  test('more events than are kept', () => {
    const stream = createAttendance({ maxEvents: 2 });
    for (const event of class7().events) stream.add(event);
    expect(stream.summary().discrepancies).toMatchObject([
      {
        code: 'limit-reached',
        at: null,
        message: 'More events came than are kept (`maxEvents`); these are not counted.',
      },
    ]);
  });

  test('nothing to count', () => {
    expect(found([{ type: 'recording.finished', createdAt: at(0), data: {} }])).toEqual([
      {
        code: 'nothing-counted',
        at: null,
        count: 1,
        participantId: null,
        message:
          'None of the events is about presence: pass those of the types `room.client.joined` and `room.client.left`.',
      },
    ]);
    expect(found(class7().events, { from: at(60), to: at(90) })).toMatchObject([
      { message: 'No event says that someone was there, or only outside the period from `from` to `to`.' },
    ]);
    expect(found([])).toEqual([]);
  });

  test('several meetings, from the first event of the second on', () => {
    const events = [
      ...new SimulatedMeeting('m-2').join(7, 'b').join(9, 'c').events,
      ...new SimulatedMeeting('m-1').join(2, 'a').events,
    ];
    expect(found(events).find(({ code }) => code === 'several-meetings')).toEqual({
      code: 'several-meetings',
      at: at(7),
      count: 1,
      participantId: null,
      message: 'The events are of several meetings: pass those of one.',
    });
  });

  test('someone who claims to be a verified person', () => {
    const meeting = new SimulatedMeeting()
      .join(0, 'real', { externalId: 'ada' })
      .join(1, 'fake', { externalId: 'ada' })
      .leave(2, 'fake')
      .leave(3, 'real');
    expect(found(meeting.events, { identities: new Map([['real', 'ada']]) })).toEqual([
      {
        code: 'identity-claimed',
        at: at(1),
        count: 1,
        participantId: 'fake',
        message:
          'Someone joined with the externalId "ada" of a verified person, but without proof: they are counted apart.',
      },
    ]);
    expect(found(meeting.events, { identities: new Map([['real', 'bob']]) })).toEqual([]);
    const left = meeting.without(isOf('room.client.joined', 'fake'));
    expect(found(left, { identities: new Map([['real', 'ada']]) })).toContainEqual(
      expect.objectContaining({ code: 'identity-claimed', at: at(2) }),
    );
  });

  test('are in the order of their times', () => {
    const twice = class7().join(20, 'c').join(21, 'd').leave(25, 'd').leave(26, 'c').pass(30);
    const events = twice.without(
      (event) => isOf('room.client.left', 'b', 'd')(event) || isOf('room.session.started')(event),
    );
    const times = found(events).map((one) => one.at);
    expect(times).toEqual([...times].sort());
    expect(found(events.toReversed())).toEqual(found(events));
  });
});

test('a summary has everything that is known of a meeting', () => {
  const meeting = new SimulatedMeeting()
    .join(0, 'p1', { roleName: 'host', displayName: 'Ada', externalId: 'ada' })
    .join(2, 'p2', { displayName: 'Bo' })
    .join(3, 'rec', { roleName: 'recorder' })
    .leave(4, 'p2')
    .join(4.5, 'p3', { displayName: 'Ada L.', externalId: 'ada' })
    .leave(6.25, 'p1')
    .leave(8, 'rec')
    .leave(9, 'p3')
    .pass(20);
  expect(summarizeAttendance(meeting.events, { startDate: at(1) })).toEqual({
    people: [
      {
        id: 'ada',
        identifiedBy: 'externalId',
        displayName: 'Ada L.',
        externalId: 'ada',
        participantIds: ['p1', 'p3'],
        roles: ['host', 'visitor'],
        dialIn: false,
        stays: [
          { participantId: 'p1', role: 'host', from: at(0), to: at(6.25), closedBy: 'left' },
          { participantId: 'p3', role: 'visitor', from: at(4.5), to: at(9), closedBy: 'left' },
        ],
        earlierStays: 0,
        seconds: 540,
        minutes: 7 + 5,
        firstIn: at(0),
        lastOut: at(9),
        lateBySeconds: 0,
        mostAtOnce: 2,
      },
      {
        id: 'p2',
        identifiedBy: 'participantId',
        displayName: 'Bo',
        externalId: null,
        participantIds: ['p2'],
        roles: ['visitor'],
        dialIn: false,
        stays: [{ participantId: 'p2', role: 'visitor', from: at(2), to: at(4), closedBy: 'left' }],
        earlierStays: 0,
        seconds: 120,
        minutes: 2,
        firstIn: at(2),
        lastOut: at(4),
        lateBySeconds: 60,
        mostAtOnce: 1,
      },
    ],
    byRole: { host: 1, visitor: 1 },
    // Back within a minute: the same session.
    sessions: [{ roomSessionId: 's-1', startedAt: at(2), endedAt: at(7.25), seconds: 315 }],
    earlierSessions: 0,
    sessionSeconds: 315,
    togetherSeconds: 120,
    peak: { people: 2, at: at(2) },
    participantMinutes: 14,
    recordingSeconds: 300,
    firstIn: at(0),
    lastOut: at(9),
    discrepancies: [],
    earlierDiscrepancies: 0,
    unused: 0,
  });
});
