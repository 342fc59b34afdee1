import { describe, expect, test } from 'vitest';
import { summarizeAttendance } from 'react-whereby-embed/server';
import type { AttendanceEvent, AttendanceSummary, Attendee } from 'react-whereby-embed/server';
import { at, SimulatedMeeting } from '../../support/SimulatedMeeting.js';

const person = ({ people }: AttendanceSummary, id: string): Attendee => {
  const found = people.find((one) => one.id === id);
  if (!found) throw new Error(`${id} is not among ${people.map((one) => one.id).join(', ')}`);
  return found;
};

const lost = (type: string, participantId?: string) => (event: AttendanceEvent & { data: Record<string, unknown> }) =>
  event.type === type && (!participantId || event.data.participantId === participantId);

describe('a meeting without lost events', () => {
  // Ada 0-30, Ben 5-20 and 25-30, a recorder 10-15; the session 5-20, alone 20-25, so two sessions.
  const meeting = new SimulatedMeeting()
    .join(0, 'ada', { roleName: 'host', externalId: 'u-ada', displayName: 'Ada' })
    .join(5, 'ben-1', { externalId: 'u-ben' })
    .join(10, 'rec', { roleName: 'recorder' })
    .leave(15, 'rec')
    .leave(20, 'ben-1')
    .join(25, 'ben-2', { externalId: 'u-ben', roleName: 'granted_visitor' })
    .leave(30, 'ben-2')
    .leave(30.5, 'ada')
    .pass(40);
  const summary = summarizeAttendance(meeting.events, { startDate: at(2), endDate: at(45) });

  test('counts everyone from joining to leaving', () => {
    expect(person(summary, 'u-ada')).toMatchObject({
      identifiedBy: 'externalId',
      displayName: 'Ada',
      seconds: 30.5 * 60,
      minutes: 31,
      firstIn: at(0),
      lastOut: at(30.5),
      lateBySeconds: 0,
      roles: ['host'],
      mostAtOnce: 1,
    });
  });

  test('counts a person who came back as one person with two stays', () => {
    const ben = person(summary, 'u-ben');
    expect(ben).toMatchObject({ seconds: 20 * 60, minutes: 20, firstIn: at(5), lastOut: at(30), lateBySeconds: 180 });
    expect(ben.participantIds).toEqual(['ben-1', 'ben-2']);
    expect(ben.roles).toEqual(['visitor', 'granted_visitor']);
    expect(ben.stays.map(({ from, to, closedBy }) => [from, to, closedBy])).toEqual([
      [at(5), at(20), 'left'],
      [at(25), at(30), 'left'],
    ]);
  });

  test('measures its sessions, and the time two people were together', () => {
    expect(summary.sessions.map(({ startedAt, endedAt }) => [startedAt, endedAt])).toEqual([
      [at(5), at(21)],
      [at(25), at(31)],
    ]);
    expect(summary.sessionSeconds).toBe(22 * 60);
    expect(summary.togetherSeconds).toBe(20 * 60);
    expect(summary.peak).toEqual({ people: 2, at: at(5) });
  });

  test('does not count a recorder as a person', () => {
    expect(summary.people).toHaveLength(2);
    expect(summary.byRole).toEqual({ host: 1, visitor: 1 });
    expect(summary.recordingSeconds).toBe(5 * 60);
    expect(summary.participantMinutes).toBe(51);
  });

  test('has no discrepancies', () => expect(summary.discrepancies).toEqual([]));
});

test('counts time on two devices at once only once, and reports that there were two', () => {
  const meeting = new SimulatedMeeting()
    .join(0, 'phone', { externalId: 'u' })
    .join(10, 'laptop', { externalId: 'u' })
    .leave(20, 'phone')
    .leave(30, 'laptop');
  const summary = summarizeAttendance(meeting.events);
  expect(person(summary, 'u')).toMatchObject({ seconds: 30 * 60, minutes: 40, mostAtOnce: 2 });
  expect(summary.togetherSeconds).toBe(0);
  expect(summary.peak?.people).toBe(1);
});

describe('a stay ends', () => {
  const closings = (events: AttendanceEvent[], id: string, options = {}) =>
    person(summarizeAttendance(events, options), id).stays.map(({ to, closedBy }) => [to, closedBy]);

  test('with its session, if the last `left` event was lost', () => {
    const meeting = new SimulatedMeeting().join(0, 'a').join(1, 'b').leave(9, 'b').leave(10, 'a').pass(20);
    const events = meeting.without(lost('room.client.left', 'a'));
    expect(closings(events, 'a')).toEqual([[at(10), 'session-ended']]);
    expect(summarizeAttendance(events).discrepancies).toMatchObject([{ code: 'left-lost', participantId: 'a' }]);
  });

  test('at an event after which the room is empty', () => {
    const meeting = new SimulatedMeeting().join(0, 'a').join(1, 'b').leave(9, 'b').leave(9.5, 'a').pass(20);
    expect(closings(meeting.without(lost('room.client.left', 'b')), 'b')).toEqual([[at(9.5), 'room-emptied']]);
  });

  test('with its session, if later counts leave no place for its role', () => {
    const meeting = new SimulatedMeeting()
      .join(0, 'h', { roleName: 'host' })
      .join(1, 'v')
      .leave(5, 'v')
      .join(8, 'h2', { roleName: 'host' });
    expect(closings(meeting.without(lost('room.client.left', 'v')), 'v')).toEqual([[at(6), 'session-ended']]);
  });

  test('at the first counts that leave no place for its role', () => {
    const meeting = new SimulatedMeeting()
      .join(0, 'h', { roleName: 'host' })
      .join(1, 'v')
      .leave(5, 'v')
      .join(5.5, 'h2', { roleName: 'host' });
    expect(closings(meeting.without(lost('room.client.left', 'v')), 'v')).toEqual([[at(5.5), 'room-emptied']]);
  });

  test('when the person comes back and the counts show that the old connection is gone', () => {
    const meeting = new SimulatedMeeting()
      .join(0, 'a')
      .join(1, 'b')
      .leave(5, 'a')
      .join(5.5, 'a')
      .leave(10, 'a')
      .leave(11, 'b');
    const events = meeting.events.filter((_, index) => index !== 3);
    expect(meeting.events[3]).toMatchObject({ type: 'room.client.left', createdAt: at(5) });
    expect(closings(events, 'a')).toEqual([
      [at(5.5), 'room-emptied'],
      [at(10), 'left'],
    ]);
  });

  test('an hour after `endDate`, not before', () => {
    const events = new SimulatedMeeting().join(0, 'a').events;
    expect(closings(events, 'a', { endDate: at(30), now: at(90) })).toEqual([[at(90), 'deadline']]);
    expect(closings(events, 'a', { endDate: at(30), now: at(89) })).toEqual([[null, 'open']]);
    expect(person(summarizeAttendance(events, { endDate: at(30), now: at(89) }), 'a').seconds).toBe(89 * 60);
  });

  test('when the insights of the REST API say so', () => {
    const row = { participantId: 'a', roleName: 'visitor', displayName: 'A', joinedAt: at(0.2), leftAt: at(7) };
    expect(closings(new SimulatedMeeting().join(0, 'a').events, 'a', { insights: [row, row] })).toEqual([
      [at(7), 'insights'],
    ]);
  });

  test('when a person who is alone after the session leaves, not with the session', () => {
    const meeting = new SimulatedMeeting().join(0, 'a').join(1, 'b').leave(9, 'b').pass(11).leave(50, 'a');
    expect(closings(meeting.events, 'a')).toEqual([[at(50), 'left']]);
  });

  test('with its session if its `left` event was lost, though the person comes back hours later', () => {
    const meeting = new SimulatedMeeting()
      .join(0, 'a')
      .join(1, 'b')
      .leave(9, 'b')
      .leave(10, 'a')
      .join(300, 'a')
      .leave(310, 'a');
    expect(
      closings(
        meeting.without((event) => event.type.endsWith('left') && event.createdAt === at(10)),
        'a',
      ),
    ).toEqual([
      [at(10), 'session-ended'],
      [at(310), 'left'],
    ]);
  });

  test('with its session if the person joins again, not if they leave later', () => {
    const meeting = new SimulatedMeeting()
      .join(0, 'stays')
      .join(1, 'returns')
      .leave(2, 'returns')
      // Their session ends. Then the counts show that one of the two is gone, but not which.
      .join(20, 'other')
      .leave(30, 'stays')
      .join(40, 'returns')
      .leave(50, 'returns')
      .leave(51, 'other');
    const events = meeting.without((event) => lost('room.client.left', 'returns')(event) && event.createdAt === at(2));
    const staysOf = (id: string) =>
      person(summarizeAttendance(events), id).stays.map(({ from, to, closedBy }) => [from, to, closedBy]);
    expect(staysOf('stays')).toEqual([[at(0), at(30), 'left']]);
    expect(staysOf('returns')).toEqual([
      [at(1), at(3), 'session-ended'],
      [at(40), at(50), 'left'],
    ]);
  });
});

describe('lost events', () => {
  test('make a `left` event without `joined` a stay of unknown length', () => {
    const meeting = new SimulatedMeeting().join(0, 'a').join(1, 'b').leave(5, 'b').leave(6, 'a').pass(9);
    const summary = summarizeAttendance(meeting.without(lost('room.client.joined', 'b')));
    expect(person(summary, 'b')).toMatchObject({ seconds: 0, firstIn: null, lastOut: at(5), lateBySeconds: null });
    expect(summary.discrepancies).toMatchObject([{ code: 'joined-lost', participantId: 'b', count: 1 }]);
    const row = { participantId: 'b', roleName: 'visitor', displayName: 'B', joinedAt: at(1), leftAt: at(5) };
    expect(
      person(summarizeAttendance(meeting.without(lost('room.client.joined', 'b')), { insights: [row] }), 'b'),
    ).toMatchObject({
      seconds: 240,
    });
  });

  test('of a whole stay show in the counts of others, and are filled in from insights', () => {
    const meeting = new SimulatedMeeting().join(0, 'a').join(1, 'ghost').join(2, 'c').leave(3, 'c');
    const events = meeting.without(({ data }) => data.participantId === 'ghost');
    const summary = summarizeAttendance(events);
    expect(summary.discrepancies).toMatchObject([
      { code: 'joined-lost', participantId: null, count: 1, at: at(2), message: expect.stringContaining('1 `joined`') },
    ]);
    const row = {
      participantId: 'ghost',
      roleName: 'granted_visited',
      displayName: 'G',
      joinedAt: at(1),
      leftAt: null,
    };
    expect(person(summarizeAttendance(events, { insights: [row], now: at(5) }), 'ghost')).toMatchObject({
      roles: ['granted_visitor'],
      seconds: 240,
    });
  });

  test('of sessions are reported', () => {
    const meeting = new SimulatedMeeting()
      .join(0, 'a')
      .join(1, 'b')
      .leave(5, 'b')
      .pass(10)
      .join(20, 'b')
      .leave(25, 'b')
      .leave(40, 'a');
    expect(summarizeAttendance(meeting.without(lost('room.session.started')))).toMatchObject({
      sessionSeconds: 0,
      sessions: [
        { startedAt: null, endedAt: at(6), seconds: null },
        { startedAt: null, endedAt: at(26), seconds: null },
      ],
      discrepancies: [{ code: 'session-started-lost' }, { code: 'session-started-lost' }],
    });
    const events = meeting.without((event) => event.type === 'room.session.ended' && event.createdAt === at(6));
    const summary = summarizeAttendance(events);
    expect(summary.discrepancies).toMatchObject([{ code: 'session-ended-lost', at: at(1) }]);
    expect(summary.sessionSeconds).toBe(6 * 60);
  });
});

test('reports that the events are of two meetings', () => {
  const events = [
    ...new SimulatedMeeting('m-1').join(0, 'a').events,
    ...new SimulatedMeeting('m-2').join(0, 'b').events,
  ];
  expect(summarizeAttendance(events).discrepancies.map(({ code }) => code)).toContain('several-meetings');
});

test('measures lateness from the earliest known start of a session, though a later start was lost', () => {
  const meeting = new SimulatedMeeting()
    .join(0, 'a')
    .join(5, 'b')
    .leave(10, 'b')
    .join(20, 'c')
    .leave(30, 'c')
    .leave(31, 'a')
    .pass(40);
  const events = meeting.without(({ type, createdAt }) => type === 'room.session.started' && createdAt === at(20));
  const lateBySeconds = summarizeAttendance(events).people.map((one) => one.lateBySeconds);
  expect(lateBySeconds).toEqual([0, 0, 15 * 60]);
});

test('never merges a verified identity with someone who only claims the same externalId', () => {
  const meeting = new SimulatedMeeting()
    .join(0, 'real', { externalId: 'teacher' })
    .join(1, 'fake', { externalId: 'teacher' })
    .leave(10, 'real')
    .leave(20, 'fake');
  const summary = summarizeAttendance(meeting.events, { identities: new Map([['real', 'teacher']]) });
  expect(summary.people.map(({ id, identifiedBy, seconds }) => [id, identifiedBy, seconds])).toEqual([
    ['teacher', 'metadata', 600],
    ['teacher', 'externalId', 19 * 60],
  ]);
});

test('accepts older events without session ids, meeting ids and telephone flags', () => {
  const meeting = new SimulatedMeeting().join(0, 'a').join(1, 'b').leave(9, 'b').leave(10, 'a').pass(20);
  const older = meeting.events.map((event) => {
    const {
      roomSessionId: _s,
      meetingId: _m,
      subdomain: _d,
      isDialIn: _i,
      ...data
    } = event.data as Record<string, unknown>;
    return { ...event, data };
  });
  const { sessions, sessionSeconds, people } = summarizeAttendance(older);
  expect(sessions).toEqual([{ roomSessionId: null, startedAt: at(1), endedAt: at(10), seconds: 540 }]);
  expect(sessionSeconds).toBe(540);
  expect(people.map(({ seconds }) => seconds)).toEqual([600, 480]);
});

test('ignores damaged events, and counts them as unused', () => {
  const odd = [
    null,
    7,
    'text',
    {},
    { type: 'room.client.joined', createdAt: at(0), data: null },
    { type: 'room.client.joined', createdAt: 'never', data: { participantId: 'x' } },
    { type: 'room.client.joined', createdAt: at(0), data: { participantId: null } },
    { type: 'room.client.knocked', createdAt: at(0), data: { participantId: 'x' } },
    { type: 'recording.finished', createdAt: at(0), data: {} },
  ] as unknown as AttendanceEvent[];
  const bare = [
    { id: '1', type: 'room.client.joined', createdAt: at(0), data: { participantId: 'p', numClientsByRoleName: null } },
    { id: '2', type: 'room.client.left', createdAt: at(1), data: { participantId: 'p', roleName: 5, displayName: {} } },
  ];
  const summary = summarizeAttendance([...odd, ...bare]);
  expect(summary.unused).toBe(odd.length);
  expect(summary.people).toMatchObject([{ id: 'p', seconds: 60, displayName: '' }]);
});

test('summarizes no events as an empty meeting', () => {
  expect(summarizeAttendance([])).toMatchObject({ people: [], sessions: [], peak: null, firstIn: null, lastOut: null });
});

test('has nobody out who is still there, though one of their devices or others have left', () => {
  const meeting = new SimulatedMeeting()
    .join(0, 'phone', { externalId: 'u' })
    .join(1, 'laptop', { externalId: 'u' })
    .join(2, 'gone')
    .leave(5, 'phone')
    .leave(6, 'gone');
  const summary = summarizeAttendance(meeting.events, { now: at(9) });
  expect(person(summary, 'u').lastOut).toBeNull();
  expect(person(summary, 'gone').lastOut).toBe(at(6));
  expect(summary.lastOut).toBeNull();
  expect(summarizeAttendance(meeting.leave(8, 'laptop').events).lastOut).toBe(at(8));
});

test('takes an empty room from an event that counts no roles', () => {
  const meeting = new SimulatedMeeting().join(0, 'a').join(1, 'b').leave(9, 'b').leave(9.5, 'a');
  const events = meeting.without(lost('room.client.left', 'b')).map((event) => {
    const { numClientsByRoleName: _, ...data } = event.data as Record<string, unknown>;
    return { ...event, data };
  });
  const { people } = summarizeAttendance(events);
  expect(people.map(({ stays }) => stays[0])).toMatchObject([
    { to: at(9.5), closedBy: 'left' },
    { to: at(9.5), closedBy: 'room-emptied' },
  ]);
});

test('counts no time of a recorder that was not seen to join', () => {
  const recorder = { roleName: 'recorder' };
  const meeting = new SimulatedMeeting().join(0, 'a').join(1, 'r', recorder).leave(5, 'r').join(6, 'r', recorder);
  const events = meeting.leave(8, 'r').without(({ type, createdAt }) => type.endsWith('joined') && createdAt === at(1));
  expect(summarizeAttendance(events).recordingSeconds).toBe(120);
});

test('takes whoever has no role as a visitor', () => {
  const events = new SimulatedMeeting().join(0, 'a', { roleName: undefined as never }).leave(9, 'a').events;
  expect(summarizeAttendance(events).people[0]?.roles).toEqual(['visitor']);
});

test('sorts the stays of a person by start, then by end, then by participant', () => {
  const meeting = new SimulatedMeeting();
  for (const id of ['long', 'b', 'a', 'early']) meeting.join(id === 'early' ? 0 : 1, id, { externalId: 'u' });
  const { events } = meeting.leave(5, 'b').leave(5, 'a').leave(6, 'early').leave(7, 'long');
  const [{ stays, participantIds, roles } = { stays: [], participantIds: [], roles: [] }] =
    summarizeAttendance(events).people;
  expect(roles).toEqual(['visitor']);
  expect(stays.map(({ participantId }) => participantId)).toEqual(['early', 'a', 'b', 'long']);
  expect(participantIds).toEqual(['early', 'a', 'b', 'long']);
});

test('accepts roles and ids that are names of object members', () => {
  const meeting = new SimulatedMeeting()
    .join(0, '__proto__', { roleName: 'constructor', externalId: 'toString' })
    .leave(1, '__proto__');
  const summary = summarizeAttendance(meeting.events);
  expect(person(summary, 'toString').seconds).toBe(60);
  expect(summary.byRole).toEqual({ constructor: 1 });
});
