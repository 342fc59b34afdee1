import vm from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { attendanceToCsv, identifyAttendees, signMetadata, summarizeAttendance } from 'react-whereby-embed/server';
import type { AttendanceEvent, AttendanceRow } from 'react-whereby-embed/server';
import { SimulatedMeeting } from '../../support/SimulatedMeeting.js';

/** Across the night when Europe puts its clocks forward: 02:00 becomes 03:00. */
const night = Date.UTC(2026, 2, 29, 0, 30);
const move = (events: readonly AttendanceEvent[]): AttendanceEvent[] =>
  events.map((event) => ({
    ...event,
    createdAt: new Date(night + Date.parse(event.createdAt) - Date.UTC(2025, 2, 4, 10)).toISOString(),
  }));

const events = move(
  new SimulatedMeeting()
    .join(0, 'p-1', { displayName: 'Åse', externalId: 'u-1' })
    .join(10, 'p-2', { displayName: 'Jørgen', roleName: 'granted_visitor' })
    .leave(70, 'p-1')
    .leave(90, 'p-2')
    .pass(95).events,
);
const expected = summarizeAttendance(events);

const toSnakeCase = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const rename = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [rename(name), toSnakeCase(inner)]));
};

const toCamelCase = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const rename = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [rename(name), toCamelCase(inner)]));
};

const encoder = new TextEncoder();
const withTime = (change: (iso: string) => unknown) => (event: AttendanceEvent) => ({
  ...event,
  createdAt: change(event.createdAt),
});
const withData = (change: (data: object) => unknown) => (event: AttendanceEvent) => ({
  ...event,
  data: change(event.data),
});
const withoutZone = (iso: string) => iso.replace('T', ' ').replace('Z', '');

/** How databases, drivers and libraries give back what was stored. */
const forms: Record<string, (event: AttendanceEvent) => unknown> = {
  'Date columns': withTime((iso) => new Date(iso)),
  'Dates of another realm': withTime((iso) => vm.runInNewContext(`new Date(${Date.parse(iso)})`)),
  'an offset instead of Z': withTime((iso) => iso.replace('Z', '+00:00')),
  'another offset': withTime((iso) => new Date(Date.parse(iso) + 19_800_000).toISOString().replace('Z', '+05:30')),
  'text without a zone': withTime((iso) => iso.replace('Z', '')),
  'text of a DATETIME column': withTime(withoutZone),
  'text of a DATETIME column without milliseconds': withTime((iso) => withoutZone(iso).slice(0, 19)),
  'text of a timestamptz column': withTime((iso) => `${withoutZone(iso)}+00`),
  'text with microseconds': withTime((iso) => `${withoutZone(iso)}000`),
  'text of BigQuery': withTime((iso) => `${withoutZone(iso)} UTC`),
  'text of an HTTP date': withTime((iso) => new Date(iso).toUTCString()),
  'text of a Date': withTime((iso) => String(new Date(iso))),
  'text of a Date without a zone': withTime((iso) => new Date(iso).toUTCString().replace('GMT', '').trim()),
  'text in quotation marks': withTime((iso) => JSON.stringify(iso)),
  'text as bytes': withTime((iso) => Buffer.from(iso)),
  milliseconds: withTime((iso) => Date.parse(iso)),
  'milliseconds as bigint': withTime((iso) => BigInt(Date.parse(iso))),
  'milliseconds as text': withTime((iso) => String(Date.parse(iso))),
  seconds: withTime((iso) => Date.parse(iso) / 1000),
  'microseconds as bigint': withTime((iso) => BigInt(Date.parse(iso)) * 1000n),
  'nanoseconds as text': withTime((iso) => `${Date.parse(iso)}000000`),
  'timestamps of Firestore': withTime((iso) => ({ toMillis: () => Date.parse(iso) })),
  'timestamps of protocol buffers': withTime((iso) => ({ seconds: Date.parse(iso) / 1000, nanos: 0 })),
  'dates of extended JSON': withTime((iso) => ({ $date: { $numberLong: String(Date.parse(iso)) } })),
  'instants of Temporal': withTime((iso) => ({
    epochMilliseconds: Date.parse(iso),
    valueOf() {
      throw new TypeError('Do not use valueOf');
    },
  })),
  'moments of a library': withTime((iso) => ({ valueOf: () => Date.parse(iso) })),
  '`data` as JSON text': withData((data) => JSON.stringify(data)),
  '`data` as JSON text, twice': withData((data) => JSON.stringify(JSON.stringify(data))),
  '`data` as a Buffer': withData((data) => Buffer.from(JSON.stringify(data))),
  '`data` as bytes': withData((data) => encoder.encode(JSON.stringify(data))),
  '`data` as a Buffer in JSON': withData(
    (data) => JSON.parse(JSON.stringify(Buffer.from(JSON.stringify(data)))) as unknown,
  ),
  '`data` in snake_case': withData(toSnakeCase as (data: object) => unknown),
  'camelCase down to the names of roles': withData(toCamelCase as (data: object) => unknown),
  'counts as text': (event) => {
    const { numClients, numClientsByRoleName, ...data } = event.data as Record<string, unknown>;
    if (numClients === undefined) return event;
    return {
      ...event,
      data: { ...data, numClients: String(numClients), numClientsByRoleName: JSON.stringify(numClientsByRoleName) },
    };
  },
  'all of it as JSON text': (event) => JSON.stringify(event),
  'all of it as bytes': (event) => Buffer.from(JSON.stringify(event)),
  'a row in snake_case': (event) => toSnakeCase({ ...event, createdAt: new Date(event.createdAt).toISOString() }),
  'a row in upper case': ({ id, type, createdAt, data }) => ({ ID: id, TYPE: type, CREATED_AT: createdAt, DATA: data }),
  'a row in lower case': ({ id, type, createdAt, data }) => ({
    id,
    type,
    createdat: createdAt,
    data: JSON.stringify(data),
  }),
  'a row with the event in a column': (event) => ({ id: 7n, received_at: new Date(), payload: JSON.stringify(event) }),
  'a row with its own time and the event in `data`': (event) => ({
    id: 7,
    type: event.type,
    createdAt: new Date(),
    data: event,
  }),
  'a row of a result that names its tables': (event) => ({
    webhook_events: { ...event, data: JSON.stringify(event.data) },
  }),
  'a row with `data` in a column of another name': ({ data, ...event }) => ({ ...event, body: JSON.stringify(data) }),
  'a row with a column for each field': ({ data, id, type, createdAt }) => ({
    id,
    event_type: type,
    created_at: new Date(createdAt),
    ...(toSnakeCase(data) as object),
  }),
  'a row whose columns are getters of a class': (event) => {
    class Row {
      get type() {
        return event.type;
      }
      get created_at() {
        return event.createdAt;
      }
      get data() {
        return event.data;
      }
    }
    return new Row();
  },
  'names of an enum': (event) => ({ ...event, type: event.type.replaceAll('.', '_').toUpperCase() }),
};

describe.each(['UTC', 'Europe/Oslo', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'])('in %s', (zone) => {
  beforeEach(() => void vi.stubEnv('TZ', zone));
  afterEach(() => vi.unstubAllEnvs());

  test.each(Object.entries(forms))('attendance is the same from %s', (_, form) => {
    expect(summarizeAttendance(events.map(form) as AttendanceRow[])).toEqual(expected);
  });
});

// The zone of a thread beside the main one is fixed when it starts, as in a run of `npm run mutate`.
test.runIf(isMainThread)('the zones of these tests take effect', () => {
  vi.stubEnv('TZ', 'Asia/Kolkata');
  expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-330);
  vi.unstubAllEnvs();
});

test('all events may be one JSON text', () => {
  expect(summarizeAttendance(JSON.stringify(events))).toEqual(expected);
});

test('options that are no times count as omitted, and are discrepancies', () => {
  const strange = { valueOf: false } as never;
  const { discrepancies, ...summary } = summarizeAttendance(events, { now: strange, from: 'lesson', endDate: NaN });
  expect({ ...summary, discrepancies: [] }).toEqual(expected);
  expect(discrepancies.map(({ code, message }) => [code, message])).toEqual(
    ['from', 'now', 'endDate'].map((name) => [
      'option-unreadable',
      `The option \`${name}\` is no time that can be read: it counts as left out.`,
    ]),
  );
  expect(summarizeAttendance(events, { from: null as never, to: undefined })).toEqual(expected);
});

test('options without a zone are UTC', () => {
  vi.stubEnv('TZ', 'Asia/Kolkata');
  const [late] = summarizeAttendance(events, { startDate: '2026-03-29 00:20:00' }).people;
  expect(late!.lateBySeconds).toBe(600);
  vi.unstubAllEnvs();
});

describe('what cannot be read is a discrepancy', () => {
  const read = (...changed: unknown[]) => summarizeAttendance(changed as AttendanceRow[]);
  const [joined] = events as [AttendanceEvent];

  test.each<[string, unknown, string]>([
    ['a time', { ...joined, createdAt: 'yesterday' }, '`createdAt`'],
    ['an invalid Date', { ...joined, createdAt: new Date(NaN) }, '`createdAt`'],
    ['no time', { ...joined, createdAt: null }, '`createdAt`'],
    ['a time beyond all dates', { ...joined, createdAt: Infinity }, '`createdAt`'],
    ['a participant', { ...joined, data: { roomName: '/a' } }, '`participantId`'],
    ['cut JSON', { ...joined, data: '{"participantId":"p-1' }, '`data`'],
    ['no data', { ...joined, data: null }, '`data`'],
    ['something else', [joined], '`type`'],
    ['null', null, '`type`'],
    [
      'a row that throws',
      {
        get type() {
          throw new Error('lazy');
        },
      },
      '`type`',
    ],
  ])('if it is %s', (_, event, field) => {
    const { people, unused, discrepancies } = read(event, event);
    expect([people, unused]).toEqual([[], 2]);
    expect(discrepancies).toMatchObject([{ code: 'event-unreadable', count: 2, at: null }]);
    expect(discrepancies[0]!.message).toContain(field);
  });

  test.each([
    ['an externalId', { externalId: 'pupil-17' }, { id: 'pupil-17', identifiedBy: 'externalId' }],
    ['a name', {}, { id: 'displayName:Kim', identifiedBy: 'participantId' }],
  ])('but for a participantId, which the events of old examples lack, if there is %s', (_, data, person) => {
    const at = (minute: number, type: string, about: object = {}) => ({
      type: `room.client.${type}`,
      createdAt: `2021-01-21T16:${String(minute).padStart(2, '0')}:00.000Z`,
      data: { roomName: '/demo', roleName: 'host', displayName: 'Kim', ...data, ...about },
    });
    const other = { displayName: 'Robin', externalId: 'pupil-18' };
    const list = [at(0, 'joined'), at(5, 'joined', other), at(20, 'left', other), at(30, 'left')];
    const { people, unused, discrepancies } = read(...list, ...list);
    expect(unused).toBe(0);
    expect(people).toMatchObject([
      { ...person, displayName: 'Kim', seconds: 1800 },
      { id: 'pupil-18', displayName: 'Robin', seconds: 900 },
    ]);
    expect(discrepancies).toMatchObject([{ code: 'participant-assumed', count: 8, participantId: null }]);
  });

  test('as are events without a participantId whose name is hidden', () => {
    const { people, discrepancies } = read({
      ...joined,
      data: { ...joined.data, participantId: undefined, externalId: null, displayName: '[[redacted]]' },
    });
    expect([people.length, discrepancies[0]?.code]).toEqual([0, 'event-unreadable']);
  });

  test('and does not keep the rest from being counted', () => {
    const { people, discrepancies } = read(...events, { ...joined, createdAt: 'yesterday' });
    expect(people).toEqual(expected.people);
    expect(discrepancies).toMatchObject([{ code: 'event-unreadable', count: 1 }]);
  });

  test('unless it says nothing about who was there when', () => {
    const strange = events.map((event) => ({ ...event, data: { ...event.data, isDialIn: { toString: '' } } }));
    expect(summarizeAttendance(strange)).toEqual(expected);
  });

  test('and a row that contains itself ends', () => {
    const row: Record<string, unknown> = { type: 'x', createdAt: 'y' };
    row.self = row;
    expect(read(row).unused).toBe(1);
  });
});

describe('an empty summary says why', () => {
  test('if no event is about presence', () => {
    const { people, discrepancies } = summarizeAttendance([{ ...events[0]!, type: 'recording.finished' }]);
    expect(people).toEqual([]);
    expect(discrepancies).toMatchObject([
      { code: 'nothing-counted', message: expect.stringContaining('room.client.joined') as string },
    ]);
  });

  test('if nobody was there in the period', () => {
    const { people, discrepancies } = summarizeAttendance(events, { from: '2027-01-01' });
    expect(people).toEqual([]);
    expect(discrepancies).toMatchObject([
      { code: 'nothing-counted', message: expect.stringContaining('period') as string },
    ]);
  });

  test('and without events there is nothing to say', () => {
    expect(summarizeAttendance([]).discrepancies).toEqual([]);
  });
});

test('attendees are identified from stored rows, too', async () => {
  const key = 'a-key-of-the-app-0123456789';
  const metadata = await signMetadata({
    key,
    externalId: 'u-1',
    meetingId: 'm-1',
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  const rows = events.map(({ data, createdAt, ...event }) =>
    toSnakeCase({ ...event, createdAt: Date.parse(createdAt), data: JSON.stringify({ ...data, metadata }) }),
  ) as AttendanceRow[];
  const identities = await identifyAttendees(rows, { key });
  expect([...identities]).toEqual([['p-1', 'u-1']]);
  expect(summarizeAttendance(rows, { identities }).people[0]).toMatchObject({ id: 'u-1', identifiedBy: 'metadata' });
  expect(attendanceToCsv(summarizeAttendance(rows))).toContain('Jørgen');
});
