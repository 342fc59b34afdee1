import { describe, expect, test } from 'vitest';
import type { Change, Counts } from '../../../src/server/attendance/EventLog.js';
import { OccupancyTracker } from '../../../src/server/attendance/OccupancyTracker.js';
import { isMachineRole } from '../../../src/server/roles.js';

/** What an event counts by role. */
function countRoles(byRole: Record<string, number>): Counts {
  const entries = Object.entries(byRole);
  const sum = (counted: typeof entries) => counted.reduce((total, [, count]) => total + count, 0);
  return {
    numClients: sum(entries),
    byRole: new Map(entries),
    people: sum(entries.filter(([role]) => !isMachineRole(role))),
  };
}

interface Details {
  readonly role?: string;
  readonly counts?: Record<string, number>;
  readonly sessionId?: string | undefined;
}

const change =
  (type: Change['type']) =>
  (at: number, participantId: string, { role = 'visitor', counts, sessionId }: Details = {}): Change => ({
    type,
    at,
    participantId,
    role,
    sessionId: sessionId ?? null,
    counts: counts && countRoles(counts),
  });

const joined = change('joined');
const left = change('left');
const sessionEnded = (at: number, sessionId?: string) => change('session-ended')(at, '', { sessionId });

function follow(...changes: Change[]) {
  const tracker = new OccupancyTracker();
  tracker.follow(changes);
  return tracker;
}

/** Every stay, after whoever is left is closed as open at 99. */
function staysAfter(...changes: Change[]): string[] {
  const tracker = follow(...changes);
  tracker.finish(Infinity, 99);
  return tracker.stays.map(({ participantId, from, to, closedBy }) => `${participantId} ${from}-${to} ${closedBy}`);
}

const lostAfter = (...changes: Change[]) =>
  follow(...changes).lostEvents.map(({ code, at, participantId, count }) => `${code} ${at} ${participantId} ${count}`);

describe('rule 1: own events', () => {
  test('`left` closes the oldest stay of the participant', () => {
    expect(staysAfter(joined(0, 'a'), joined(1, 'a'), left(5, 'a'), left(7, 'a'))).toEqual([
      'a 0-5 left',
      'a 1-7 left',
    ]);
  });

  test('`left` without a stay is one of unknown start', () => {
    expect(staysAfter(left(5, 'a'))).toEqual(['a null-5 left']);
    expect(lostAfter(left(5, 'a'))).toEqual(['joined-lost 5 a 1']);
  });
});

test('rule 1: `joined` moments after its own `left` is a stay of no length, in the order of time', () => {
  const changes = [left(4000, 'a'), joined(5000, 'b'), joined(6000, 'a'), left(7000, 'b')];
  expect(staysAfter(...changes)).toEqual(['a 4000-4000 left', 'b 5000-7000 left']);
});

describe('rule 2: changes of one millisecond', () => {
  test('whoever was there left first, and whoever was not joined first', () => {
    expect(staysAfter(joined(0, 'a'), joined(5, 'a'), left(5, 'a'), joined(5, 'b'), left(5, 'b'))).toEqual([
      'a 0-5 left',
      'b 5-5 left',
      'a 5-99 open',
    ]);
  });

  test('the counts that differ least are the last', () => {
    const changes = [
      joined(0, 'a', { counts: { visitor: 1 } }),
      joined(5, 'b', { counts: { visitor: 3 } }),
      joined(5, 'c', { counts: { visitor: 2 } }),
    ];
    expect(lostAfter(...changes)).toEqual([]);
  });
});

describe('rule 3: counts with no place for a stay', () => {
  test('close every stay if the room is empty', () => {
    const changes = [joined(0, 'a'), joined(1, 'r', { role: 'recorder' }), left(5, 'b', { counts: {} })];
    expect(staysAfter(...changes)).toEqual(['b null-5 left', 'a 0-5 room-emptied', 'r 1-5 room-emptied']);
  });

  test('close a machine whose role is not counted, and none whose role is', () => {
    const machines = [joined(0, 'r', { role: 'recorder' }), joined(0, 's', { role: 'streamer' })];
    const changes = [...machines, joined(5, 'a', { counts: { visitor: 1, streamer: 1 } })];
    expect(staysAfter(...changes)).toEqual(['r 0-5 room-emptied', 's 0-99 open', 'a 5-99 open']);
  });

  test('close no stay of a person whose role is not counted, while everyone is counted', () => {
    const changes = [joined(0, 'a'), joined(5, 'b', { counts: { host: 1, visitor: 1 } })];
    expect(staysAfter(...changes)).toEqual(['a 0-99 open', 'b 5-99 open']);
    expect(staysAfter(joined(0, 'a'), joined(5, 'b', { role: 'host', counts: { host: 2 } }))).toEqual([
      'a 0-99 open',
      'b 5-99 open',
    ]);
  });

  test('close the earlier connection of whoever joins again', () => {
    const changes = [joined(0, 'a'), joined(1, 'b'), joined(5, 'a', { counts: { visitor: 2 } })];
    expect(staysAfter(...changes)).toEqual(['a 0-5 room-emptied', 'b 1-99 open', 'a 5-99 open']);
  });

  test('close no earlier connection while everyone is counted', () => {
    const changes = [joined(0, 'a'), joined(5, 'a', { counts: { visitor: 1, host: 1 } })];
    expect(staysAfter(...changes)).toEqual(['a 0-99 open', 'a 5-99 open']);
  });

  test('close every other connection of whoever leaves', () => {
    const changes = [
      joined(0, 'b'),
      joined(1, 'a'),
      joined(2, 'a'),
      joined(3, 'a'),
      left(5, 'a', { counts: { visitor: 1 } }),
    ];
    expect(staysAfter(...changes)).toEqual(['a 1-5 left', 'a 2-5 room-emptied', 'a 3-5 room-emptied', 'b 0-99 open']);
  });

  test('close no earlier connection of a machine because there are too many people', () => {
    const recorder = { role: 'recorder' };
    const changes = [
      joined(0, 'a'),
      joined(0, 'b'),
      joined(1, 'r', recorder),
      joined(5, 'r', { ...recorder, counts: { visitor: 1, recorder: 2 } }),
    ];
    expect(staysAfter(...changes)).toEqual(['a 0-99 open', 'b 0-99 open', 'r 1-99 open', 'r 5-99 open']);
  });

  test('close roles that are not counted, the first one first, until everyone is counted', () => {
    const changes = [
      joined(0, 'v'),
      joined(1, 'g', { role: 'granted_visitor' }),
      joined(5, 'h', { role: 'host', counts: { host: 1, member: 1 } }),
      left(9, 'v'),
    ];
    expect(staysAfter(...changes)).toEqual(['v 0-5 room-emptied', 'v null-9 left', 'g 1-99 open', 'h 5-99 open']);
  });

  describe('close a stay whose session is over', () => {
    const session = [joined(0, 'h', { role: 'host' }), joined(0, 'a'), joined(0, 'b'), sessionEnded(3)];

    test('in a role with more stays than are counted, at the end of the session', () => {
      const changes = [...session, joined(5, 'c', { counts: { host: 1, visitor: 2 } }), left(9, 'a')];
      expect(staysAfter(...changes)).toEqual(['b 0-3 session-ended', 'a 0-9 left', 'h 0-99 open', 'c 5-99 open']);
    });

    test('of whoever joins again, before whoever is not heard of again, before whoever leaves later', () => {
      const changes = [
        joined(0, 'leaves'),
        joined(0, 'unheard'),
        joined(0, 'returns'),
        sessionEnded(3),
        joined(5, 'c', { counts: { visitor: 3 } }),
        joined(6, 'd', { counts: { visitor: 3 } }),
      ];
      // The end of the session is forgotten when everyone is counted.
      const later = [left(8, 'leaves'), joined(9, 'returns')];
      expect(staysAfter(...changes, ...later)).toEqual([
        'returns 0-3 session-ended',
        'leaves 0-8 left',
        'unheard 0-99 open',
        'c 5-99 open',
        'd 6-99 open',
        'returns 9-99 open',
      ]);
    });

    test('and none whose session goes on', () => {
      const changes = [joined(0, 'a'), joined(0, 'b'), joined(5, 'c', { counts: { visitor: 2 } })];
      expect(staysAfter(...changes)).toEqual(['a 0-99 open', 'b 0-99 open', 'c 5-99 open']);
      expect(lostAfter(...changes)).toEqual(['left-lost 5 null 1']);
    });
  });
});

describe('rule 4: the end of a session', () => {
  /** When and why `a` ended, if nothing else tells. */
  function endOf(...changes: Change[]): string | undefined {
    const tracker = follow(...changes);
    tracker.finish(10, 20);
    const stay = tracker.stays.find(({ participantId }) => participantId === 'a');
    return stay && `${stay.to} ${stay.closedBy}`;
  }

  test('is the end of a stay that nothing else closes', () => {
    expect(endOf(joined(0, 'a', { sessionId: 's-1' }), sessionEnded(5, 's-1'))).toBe('5 session-ended');
  });

  test('is no end of a stay of another session', () => {
    expect(endOf(joined(0, 'a', { sessionId: 's-1' }), sessionEnded(5, 's-2'))).toBe('10 deadline');
  });

  test('is the end of a stay if one of the two names no session', () => {
    expect(endOf(joined(0, 'a'), sessionEnded(5, 's-1'))).toBe('5 session-ended');
    expect(endOf(joined(0, 'a', { sessionId: 's-1' }), sessionEnded(5))).toBe('5 session-ended');
  });

  test('is the end of a stay whose participant joins again, without any counts', () => {
    const changes = [joined(0, 'a'), sessionEnded(5), joined(8, 'a'), left(9, 'a')];
    expect(staysAfter(...changes)).toEqual(['a 0-5 session-ended', 'a 8-9 left']);
  });

  test('is forgotten when everyone is counted', () => {
    expect(endOf(joined(0, 'a'), sessionEnded(5), joined(6, 'b', { counts: { visitor: 2 } }))).toBe('10 deadline');
    expect(endOf(joined(0, 'a'), sessionEnded(5), joined(6, 'b', { counts: { visitor: 3 } }))).toBe('5 session-ended');
  });
});

describe('rule 5: lost events', () => {
  const many = joined(0, 'a', { counts: { visitor: 3 } });

  test('shown by counts are reported once, while they differ as much', () => {
    expect(lostAfter(many)).toEqual(['joined-lost 0 null 2']);
    expect(lostAfter(many, joined(1, 'b', { counts: { visitor: 4 } }))).toEqual(['joined-lost 0 null 2']);
    expect(lostAfter(many, joined(1, 'b', { counts: { visitor: 5 } }))).toEqual([
      'joined-lost 0 null 2',
      'joined-lost 1 null 1',
    ]);
    const tooFew = [many, joined(1, 'b'), joined(1, 'c'), left(2, 'b', { counts: { visitor: 1 } })];
    expect(lostAfter(...tooFew)).toEqual(['joined-lost 0 null 2', 'left-lost 2 null 1']);
  });

  test('of a participant are the latest that counts have shown, one for each', () => {
    const shown = [many, joined(1, 'b', { counts: { visitor: 5 } })];
    expect(lostAfter(...shown, left(5, 'x'))).toEqual(['joined-lost 0 null 2', 'joined-lost 5 x 1']);
    expect(lostAfter(...shown, left(5, 'x'), left(6, 'y'))).toEqual([
      'joined-lost 0 null 1',
      'joined-lost 5 x 1',
      'joined-lost 6 y 1',
    ]);
  });

  test('of a participant are not those of another kind, or of another participant', () => {
    const shown = [joined(0, 'a'), joined(0, 'b'), joined(1, 'c', { counts: { visitor: 2 } })];
    expect(lostAfter(...shown)).toEqual(['left-lost 1 null 1']);
    expect(lostAfter(...shown, left(5, 'x'), left(6, 'y'))).toEqual([
      'left-lost 1 null 1',
      'joined-lost 5 x 1',
      'joined-lost 6 y 1',
    ]);
  });
});
