import { expect, test } from 'vitest';
import type { Change } from '../../../src/server/attendance/EventLog.js';
import { listSessions } from '../../../src/server/attendance/listSessions.js';

const change =
  (type: Change['type']) =>
  (at: number, sessionId: string | null = null): Change => ({
    type,
    at,
    participantId: '',
    role: '',
    sessionId,
    counts: undefined,
  });
const started = change('session-started');
const ended = change('session-ended');

test.each<[string, Change[], [string | null, number | null, number | null][]]>([
  ['nothing', [], []],
  ['who joins and leaves', [change('joined')(1, 's-1'), change('left')(2, 's-1')], []],
  ['a session', [started(1, 's-1'), ended(5, 's-1')], [['s-1', 1, 5]]],
  ['one whose start was lost', [ended(5, 's-1')], [['s-1', null, 5]]],
  ['one whose end was lost', [started(1, 's-1')], [['s-1', 1, null]]],
  [
    'several starts and ends',
    [started(1, 's-1'), started(2, 's-1'), ended(5, 's-1'), ended(6, 's-1')],
    [['s-1', 1, 6]],
  ],
  [
    'two that overlap',
    [started(1, 's-1'), started(2, 's-2'), ended(5, 's-1'), ended(6, 's-2')],
    [
      ['s-1', 1, 5],
      ['s-2', 2, 6],
    ],
  ],
  [
    'one whose start was lost, before one that is whole',
    [started(1, 's-2'), ended(3, 's-1'), ended(5, 's-2')],
    [
      ['s-2', 1, 5],
      ['s-1', null, 3],
    ],
  ],
  [
    'two without ids',
    [started(1), ended(3), started(5), ended(6)],
    [
      [null, 1, 3],
      [null, 5, 6],
    ],
  ],
  [
    'one without id whose end was lost',
    [started(1), started(5), ended(6)],
    [
      [null, 1, null],
      [null, 5, 6],
    ],
  ],
  [
    'one without id whose start was lost',
    [started(1), ended(3), ended(6)],
    [
      [null, 1, 3],
      [null, null, 6],
    ],
  ],
  ['one without id that is only known to have ended', [ended(3)], [[null, null, 3]]],
])('lists %s', (_, changes, sessions) => {
  expect(listSessions(changes).map(({ id, start, end }) => [id, start, end])).toEqual(sessions);
});

test('says which changes a session is from', () => {
  const changes = [started(1, 's-1'), started(2, 's-1'), ended(5, 's-1')];
  expect(listSessions([...changes, ended(6, 's-2')])[0]?.changes).toEqual(changes);
});
