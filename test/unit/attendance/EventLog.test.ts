import { expect, test } from 'vitest';
import { EventLog } from '../../../src/server/attendance/EventLog.js';
import type { Change } from '../../../src/server/attendance/EventLog.js';

const joined = (at: number, participantId: string, details: Partial<Change> = {}): Change => ({
  type: 'joined',
  at,
  participantId,
  role: 'visitor',
  sessionId: null,
  counts: undefined,
  ...details,
});

const countVisitors = (count: number) => ({
  numClients: count,
  byRole: new Map([['visitor', count]]),
  people: count,
});

const sort = (...changes: Change[]) => {
  const log = new EventLog();
  log.changes = changes;
  return log.sortedChanges();
};

test('sorts changes by time, those of one millisecond always alike, and keeps each once', () => {
  const [first, second, third] = [joined(1, 'b'), joined(2, 'a'), joined(2, 'b')];
  expect(sort(third, first, second, first)).toEqual([first, second, third]);
  expect(sort(second, third, first)).toEqual([first, second, third]);
});

test('tells sessions of one millisecond apart by their ids', () => {
  const started = (sessionId: string | null) => joined(1, '', { type: 'session-started', role: '', sessionId });
  expect(sort(started('s-2'), started('s-1'), started('s-2'), started(null), started(null))).toEqual([
    started(null),
    started('s-1'),
    started('s-2'),
  ]);
});

test.each<[string, Partial<Change>, Partial<Change>]>([
  ['has counts', { counts: countVisitors(1) }, {}],
  ['counts roles', { counts: countVisitors(0) }, { counts: { numClients: 0, byRole: new Map(), people: 0 } }],
  ['names its session', { sessionId: 's-1' }, {}],
  ['names a longer role', { role: 'granted_visitor' }, {}],
  ['sorts first, if both say as much', { counts: countVisitors(1) }, { counts: countVisitors(2) }],
])('of two reports of one change, keeps the one that %s', (_, kept, dropped) => {
  const [one, other] = [joined(1, 'a', kept), joined(1, 'a', dropped)];
  expect(sort(one, other)).toEqual([one]);
  expect(sort(other, one)).toEqual([one]);
});

test('forgets participants with the changes that are added up', () => {
  const log = new EventLog();
  const about = { name: '', namedAt: 0, externalId: null, externalIdAt: 0, dialIn: false };
  log.participants = new Map(['gone', 'there'].map((id) => [id, about]));
  const kept = [joined(5, 'there')];
  log.settle(4, kept);
  expect(log.changes).toEqual(kept);
  expect([...log.participants.keys()]).toEqual(['there']);
  expect(log.settledUntil).toBe(4);
});
