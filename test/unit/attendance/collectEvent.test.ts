import { describe, expect, test } from 'vitest';
import { collectEvent } from '../../../src/server/attendance/collectEvent.js';
import { EventLog } from '../../../src/server/attendance/EventLog.js';
import { at } from '../../support/SimulatedMeeting.js';

const time = (minutes: number) => Date.parse(at(minutes));

const ada = {
  participantId: 'p-1',
  displayName: 'Ada',
  externalId: 'u-1',
  roleName: 'host',
  roomSessionId: 's-1',
  meetingId: 'm-1',
  roomName: '/demo',
  isDialIn: false,
  numClients: 3,
  numClientsByRoleName: { visitor: 1, recorder: 1, host: 1 },
};

const event = (type: string, minutes: number, data: object | null = ada) => ({
  id: `${type}-${minutes}`,
  type,
  createdAt: at(minutes),
  data,
});
const joined = 'room.client.joined';
const left = 'room.client.left';

/** A log with events, and whether each was used. */
function collect(...events: unknown[]) {
  const log = new EventLog();
  return { log, used: events.map((one) => collectEvent(log, one)) };
}

test('adds who joined, with what the event says about them and counts', () => {
  const { log, used } = collect(event(joined, 1));
  expect(used).toEqual([true]);
  expect(log.changes).toEqual([
    {
      type: 'joined',
      at: time(1),
      participantId: 'p-1',
      role: 'host',
      sessionId: 's-1',
      counts: {
        numClients: 3,
        byRole: new Map(Object.entries(ada.numClientsByRoleName)),
        people: 2,
      },
    },
  ]);
  expect([...log.participants]).toEqual([
    ['p-1', { name: 'Ada', namedAt: time(1), externalId: 'u-1', externalIdAt: time(1), dialIn: false }],
  ]);
});

test('adds who left, and starts and ends of sessions', () => {
  const { log } = collect(event(left, 1), event('room.session.started', 2), event('room.session.ended', 3));
  expect(log.changes).toMatchObject([
    { type: 'left', at: time(1), participantId: 'p-1' },
    { type: 'session-started', at: time(2), participantId: '', role: '', sessionId: 's-1', counts: undefined },
    { type: 'session-ended', at: time(3), participantId: '', role: '', sessionId: 's-1', counts: undefined },
  ]);
});

test('keeps the time of the last event, and of the first of each meeting and room', () => {
  const { log } = collect(
    event(joined, 5),
    event(joined, 2, { ...ada, meetingId: 'm-2', roomName: 'demo' }),
    event(left, 4, { ...ada, roomName: '/a/b' }),
    event(left, 3, { ...ada, meetingId: null, roomName: null }),
  );
  expect(log.lastAt).toBe(time(5));
  expect(Object.fromEntries(log.meetings)).toEqual({ 'm-1': time(4), 'm-2': time(2) });
  expect(Object.fromEntries(log.rooms)).toEqual({ demo: time(2), 'a/b': time(4) });
});

describe('counts', () => {
  const countsOf = (data: object) => collect(event(left, 1, { ...ada, ...data })).log.changes[0]?.counts;

  test('without roles tell only that the room is empty', () => {
    const numClientsByRoleName = undefined;
    expect(countsOf({ numClientsByRoleName, numClients: 0 })).toEqual({ numClients: 0, byRole: new Map(), people: 0 });
    expect(countsOf({ numClientsByRoleName, numClients: 2 })).toBeUndefined();
  });

  test('that cannot be read are left out', () => {
    expect(countsOf({ numClientsByRoleName: { visitor: 'many', host: 1 } })).toMatchObject({
      byRole: new Map([['host', 1]]),
      people: 1,
    });
  });
});

describe('a participant without an id', () => {
  test.each<[string, object, string]>([
    ['is told apart by `externalId`', {}, 'externalId:u-1'],
    ['is told apart by name', { externalId: null }, 'displayName:Ada'],
  ])('%s', (_, data, participantId) => {
    const { log } = collect(event(joined, 1, { ...ada, participantId: null, ...data }));
    expect(log.changes).toMatchObject([{ participantId }]);
    expect(log.assumed).toBe(1);
  });

  test.each(['', '[[redacted]]', null])('is not known by the name %j', (displayName) => {
    const data = { ...ada, participantId: null, externalId: null, displayName };
    const { log, used } = collect(event(joined, 1, data));
    expect([used, log.changes, log.assumed]).toEqual([[false], [], 0]);
    expect([...log.unreadable]).toEqual([['their `data` has no `participantId`', 1]]);
  });
});

test.each<[string, unknown, string[]]>([
  ['no object', 7, ['they have no `type`, or are not objects']],
  ['no type', { createdAt: at(1), data: ada }, ['they have no `type`, or are not objects']],
  ['no time', { ...event(joined, 1), createdAt: 'never' }, ['their `createdAt` is missing or no time']],
  ['no data', event(joined, 1, null), ['their `data` is missing or not JSON']],
  ['another type', event('room.client.knocked', 1), []],
])('does not use what has %s', (_, stored, reasons) => {
  const { log, used } = collect(stored);
  expect([used, log.changes, log.unused, log.lastAt]).toEqual([[false], [], 1, -Infinity]);
  expect([...log.unreadable.keys()]).toEqual(reasons);
});

test('counts how many could not be read for one reason', () => {
  expect([...collect(null, 7).log.unreadable.values()]).toEqual([2]);
});

test('does not use what is not later than what was added up', () => {
  const log = new EventLog();
  log.settle(time(5), []);
  expect([4, 5, 5.1].map((minutes) => collectEvent(log, event(joined, minutes)))).toEqual([false, false, true]);
});
