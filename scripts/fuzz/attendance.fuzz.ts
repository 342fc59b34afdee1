import fc from 'fast-check';
import { attendanceToCsv } from '../../src/server/csv/attendanceToCsv.js';
import { createAttendance } from '../../src/server/attendance/createAttendance.js';
import { summarizeAttendance } from '../../src/server/attendance/summarizeAttendance.js';
import type { AttendanceRow } from '../../src/server/attendance/types.js';

const separators = [',', ';', '\t', '|'] as const;
const signs = '=+-@＝＋－＠';

const time = fc.oneof(
  fc.date({ noInvalidDate: false }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().replace('T', ' ').replace('Z', '')),
  fc.double(),
  fc.bigInt(),
  fc.maxSafeNat().map(String),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(null, undefined, '', '0000-00-00 00:00:00', { $date: {} }, { seconds: 'x' }, { toMillis: 1 }),
  fc.anything({ maxDepth: 2, withBigInt: true, withDate: true }),
);

const name = fc.oneof(
  fc
    .array(fc.constantFrom(...signs, ...separators, '\r', '\n', ' ', '"', "'", 'Å', '\u200b', '\u0000', '\ud800'), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

const data = fc.record(
  {
    participantId: fc.oneof(fc.constantFrom('p1', 'p2', 'p3', '__proto__', 'constructor'), fc.string(), fc.integer()),
    displayName: name,
    externalId: fc.oneof(name, fc.constant(null)),
    roleName: fc.oneof(fc.constantFrom('host', 'visitor', 'recorder', 'grantedVisitor', '__proto__'), fc.string()),
    roomSessionId: fc.oneof(fc.constantFrom('s1', 's2', null), fc.string()),
    meetingId: fc.oneof(fc.constantFrom('m1', 'm2'), fc.anything()),
    numClients: fc.oneof(fc.integer(), fc.double(), fc.string(), fc.bigInt()),
    numClientsByRoleName: fc.oneof(
      fc.dictionary(fc.constantFrom('host', 'visitor', 'recorder', '__proto__'), fc.oneof(fc.integer(), fc.double())),
      fc.json(),
      fc.anything(),
    ),
    isDialIn: fc.anything(),
  },
  { requiredKeys: ['participantId'] },
);

const stringify = (value: unknown) =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? '';

const row = fc
  .record({
    type: fc.constantFrom(
      'room.client.joined',
      'room.client.left',
      'room.session.started',
      'room.session.ended',
      'ROOM_CLIENT_JOINED',
      'recording.finished',
      'constructor',
    ),
    createdAt: time,
    data: fc.oneof(
      data,
      data.map(stringify),
      data.map((value) => Buffer.from(stringify(value))),
      fc.anything(),
    ),
  })
  .chain((event) =>
    fc.constantFrom<unknown>(
      event,
      stringify(event),
      Buffer.from(stringify(event)),
      { payload: event },
      { id: 1n, event_type: event.type, created_at: event.createdAt, data: event.data },
      { type: event.type, created_at: event.createdAt, ...(typeof event.data === 'object' ? event.data : {}) },
      stringify(event).slice(0, -5),
    ),
  );

const input = fc.record({
  events: fc.array(fc.oneof({ weight: 5, arbitrary: row }, { weight: 1, arbitrary: fc.anything() }), { maxLength: 12 }),
  options: fc.record({ now: time, from: time, to: time, startDate: time, endDate: time }, { requiredKeys: [] }),
  separator: fc.constantFrom(...separators),
  timeZone: fc.constantFrom(undefined, 'Europe/Oslo', 'UTC'),
});

const isFormula = (cell: string) => /^[\s\p{C}"]*[=+\-@＝＋－＠]/u.test(cell);

/** Nothing is thrown, every event is counted or reported, time is never negative, and no cell is a formula. */
export async function run({ numRuns, seed }: { readonly numRuns: number; readonly seed: number }): Promise<string> {
  const property = fc.property(input, ({ events, options, separator, timeZone }) => {
    const rows = events as AttendanceRow[];
    const summary = summarizeAttendance(rows, options as never);
    JSON.stringify(summary);
    for (const { seconds, minutes, stays } of summary.people)
      if (
        !(seconds >= 0) ||
        !(minutes >= 0) ||
        stays.some(({ from, to }) => from !== null && to !== null && Date.parse(from) > Date.parse(to))
      )
        throw new Error('a stay of negative length');
    if (events.length > 0 && summary.unused === events.length)
      if (summary.discrepancies.length === 0) throw new Error('an empty summary that does not say why');
    const stream = createAttendance({ settleAfter: 0, maxEvents: 5 });
    for (const event of rows) stream.add(event);
    stream.summary();

    const csv = attendanceToCsv(summary, { separator, timeZone, byteOrderMark: false });
    for (const delimiter of separators)
      for (const cell of csv.split(/[\r\n]/).flatMap((line) => line.split(delimiter)))
        if (isFormula(cell)) throw new Error(`a formula: ${cell}`);
  });
  fc.assert(property, { numRuns, seed });
  return Promise.resolve(`${numRuns} lists of rows read and written as CSV: nothing thrown, no formula, no silence.`);
}
