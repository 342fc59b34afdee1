import { describe, expect, test } from 'vitest';
import { attendanceToCsv, identifyAttendees, signMetadata, summarizeAttendance } from 'react-whereby-embed/server';
import type { AttendanceEvent, AttendanceOptions, AttendanceRow } from 'react-whereby-embed/server';
import { at, SimulatedMeeting } from '../../support/SimulatedMeeting.js';

type Data = Readonly<Record<string, unknown>>;

const { events } = new SimulatedMeeting()
  .join(0, '101', { displayName: 'Ada', externalId: '7' })
  .join(1, '102', { displayName: 'Bo', externalId: '8' })
  .leave(5, '102')
  .leave(6, '101')
  .pass(9);
const expected = summarizeAttendance(events);

const withData = (change: (data: Data) => object) =>
  events.map((event) => ({ ...event, data: { ...event.data, ...change(event.data as Data) } }));
const numeric = (value: unknown) => (typeof value === 'string' ? Number(value) : value);
const bigint = (value: unknown) => (typeof value === 'string' ? BigInt(value) : value);
const bytes = (value: unknown) => (typeof value === 'string' ? Buffer.from(value) : value);
const codesOf = (rows: readonly unknown[], options?: AttendanceOptions) =>
  summarizeAttendance(rows as AttendanceRow[], options).discrepancies.map(({ code }) => code);

describe('attendance is the same', () => {
  test.each<[string, readonly unknown[]]>([
    [
      'with times of several kinds',
      events.map((event, at) => (at % 2 ? event : { ...event, createdAt: new Date(event.createdAt) })),
    ],
    [
      'with every event in two forms',
      [...events, ...events.map((event) => ({ raw: Buffer.from(JSON.stringify(event)) }))],
    ],
    ['with types as bytes', events.map((event) => ({ ...event, type: Buffer.from(event.type) }))],
    [
      'with numbers as ids',
      withData(({ participantId, externalId }) => ({
        participantId: numeric(participantId),
        externalId: numeric(externalId),
      })),
    ],
    [
      'with bigints as ids',
      withData(({ participantId, externalId }) => ({
        participantId: bigint(participantId),
        externalId: bigint(externalId),
      })),
    ],
    [
      'with bytes as ids and names',
      withData(({ participantId, displayName }) => ({
        participantId: bytes(participantId),
        displayName: bytes(displayName),
      })),
    ],
    ['with room names without a slash', withData(() => ({ roomName: 'm-1' })).concat(events as never)],
  ])('%s', (_, rows) => {
    expect(summarizeAttendance(rows as AttendanceRow[])).toEqual(expected);
  });

  test('with empty counts, as in CSV', () => {
    const rows = withData(() => ({ numClients: '', numClientsByRoleName: '' }));
    expect(summarizeAttendance(rows)).toEqual(expected);
  });
});

test('a telephone is recognised in columns without booleans', () => {
  for (const isDialIn of [1, 1n, '1', 't', 'true', true])
    expect(summarizeAttendance(withData(() => ({ isDialIn }))).people[0]!.dialIn).toBe(true);
  for (const isDialIn of [0, 0n, '0', 'f', 'false', false, null])
    expect(summarizeAttendance(withData(() => ({ isDialIn }))).people[0]!.dialIn).toBe(false);
});

test('people with numbers as ids are identified by their signed metadata', async () => {
  const key = 'a-key-of-the-app-0123456789';
  const expiresAt = new Date(Date.now() + 3_600_000);
  const metadata = await signMetadata({ key, externalId: '7', meetingId: 'm-1', expiresAt });
  const rows = withData((data) => ({
    participantId: numeric(data.participantId),
    externalId: numeric(data.externalId),
    ...(data.participantId === '101' && { metadata }),
  }));
  const identities = await identifyAttendees(rows, { key });
  expect([...identities]).toEqual([['101', '7']]);
  expect(summarizeAttendance(rows, { identities }).people[0]).toMatchObject({ id: '7', identifiedBy: 'metadata' });
});

describe('a discrepancy says so', () => {
  const other = withData(() => ({ meetingId: undefined, roomName: '/other' }));

  test.each<[string, readonly unknown[]]>([
    ['if one of two rooms has no meeting ids', [...events, ...other]],
    ['if neither of two rooms has meeting ids', [...withData(() => ({ meetingId: undefined })), ...other]],
  ])('%s', (_, rows) => {
    expect(codesOf(rows)).toContain('several-meetings');
  });

  test('if `from` is not before `to`', () => {
    for (const [from, to] of [
      [5, 1],
      [5, 5],
    ] as const) {
      const { people, discrepancies } = summarizeAttendance(events, { from: at(from), to: at(to) });
      expect(people).toEqual([]);
      expect(discrepancies).toMatchObject([
        { code: 'nothing-counted', message: 'There is no time from `from` to `to`: `from` must be before `to`.' },
      ]);
    }
  });

  test('if nobody is counted, and other events cannot be read', () => {
    expect(codesOf([...events, { ...events[0], createdAt: 'soon' }], { from: at(60) })).toEqual([
      'event-unreadable',
      'nothing-counted',
    ]);
  });

  test.each(['04/03/2026 10:00', '4.3.2026', '04-03-2026 10:00:00', '3/4/26, 10:00:00 AM'])(
    'if day and month could be exchanged: %s',
    (createdAt) => {
      expect(codesOf([{ ...events[0], createdAt }])).toEqual(['event-unreadable']);
    },
  );

  test.each<[string, unknown]>([
    ['a list', events],
    ['a promise', Promise.resolve(events[0])],
  ])('if an event is %s', (_, event) => {
    expect(codesOf([event])).toEqual(['event-unreadable']);
  });
});

describe('insights', () => {
  const insight = {
    participantId: '103',
    roleName: 'granted_visited',
    displayName: 'Cy',
    joinedAt: at(2),
    leftAt: at(4),
  };
  const withInsights = (...insights: unknown[]) => summarizeAttendance(events, { insights: insights as never });

  test.each<[string, unknown]>([
    [
      'in snake_case',
      { participant_id: '103', role_name: 'granted_visited', display_name: 'Cy', joined_at: at(2), left_at: at(4) },
    ],
    ['with a number as id', { ...insight, participantId: 103 }],
    ['with Dates', { ...insight, joinedAt: new Date(at(2)), leftAt: new Date(at(4)) }],
  ])('are read %s', (_, row) => {
    const summary = withInsights(row);
    expect(summary).toEqual(withInsights(insight));
    expect(summary.people.find(({ id }) => id === '103')).toMatchObject({ displayName: 'Cy', seconds: 120 });
  });

  test('that say nothing are left out', () => {
    const damaged = [null, 5, 'x', [], {}, { ...insight, participantId: null }, { ...insight, leftAt: 'soon' }];
    expect(withInsights(...damaged)).toEqual(expected);
    expect(summarizeAttendance(events, { insights: null as never })).toEqual(expected);
  });
});

test('names may be long', () => {
  const displayName = `=${'+\n'.repeat(5000)}`;
  const summary = summarizeAttendance(withData(() => ({ displayName })));
  expect(summary.people.map((person) => person.displayName)).toEqual([displayName, displayName]);
  expect(attendanceToCsv(summary)).toContain("\"'=+\n'+\n");
});

test('a night in which clocks change is as long as it was', () => {
  const night = Date.UTC(2026, 9, 24, 22, 30);
  const moved: AttendanceEvent[] = events.map((event) => {
    const time = night + (Date.parse(event.createdAt) - Date.parse(at(0))) * 60;
    return { ...event, createdAt: new Date(time).toISOString() };
  });
  const summary = summarizeAttendance(moved, { from: '2026-10-24', to: '2026-10-26' });
  expect(summary.people.map(({ seconds }) => seconds)).toEqual([6 * 3600, 4 * 3600]);
  const [, ada] = attendanceToCsv(summary, { timeZone: 'Europe/Oslo' }).split('\r\n');
  expect(ada).toContain('2026-10-25 00:30:00,2026-10-25 05:30:00');
});
