import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { attendanceToCsv, rowsToCsv, summarizeAttendance } from 'react-whereby-embed/server';
import type { AttendanceSummary, CsvOptions } from 'react-whereby-embed/server';
import { at, SimulatedMeeting } from '../../support/SimulatedMeeting.js';

const summary = summarizeAttendance(
  new SimulatedMeeting()
    .join(0, 'a', { displayName: '=HYPERLINK("https://evil.example")' })
    .join(1, 'b', { displayName: 'Berg, "Bo"\nof Oslo', externalId: 'u-b' })
    .leave(3, 'b')
    .leave(5, 'a').events,
);

const summaryOf = (...names: string[]): AttendanceSummary => {
  const meeting = new SimulatedMeeting();
  for (const [index, displayName] of names.entries()) meeting.join(index, `p${index}`, { displayName });
  return summarizeAttendance(meeting.events);
};

const separators = [',', ';', '\t', '|'] as const;
const head = 'id,identifiedBy,displayName,externalId,roles,firstIn,lastOut,lateBySeconds,stays,seconds,minutes';

test('writes a row for each person, quotes cells that need it, and defuses names that are formulas', () => {
  expect(attendanceToCsv(summary)).toBe(
    [
      `\uFEFF${head}`,
      `a,participantId,"'=HYPERLINK(""https://evil.example"")",,visitor,${at(0)},${at(5)},0,1,300,5`,
      `u-b,externalId,"Berg, ""Bo""\nof Oslo",u-b,visitor,${at(1)},${at(3)},0,1,120,2`,
      '',
    ].join('\r\n'),
  );
});

test('writes rows of the app in the same way', () => {
  const rows = [
    ['lesson', 'name', 'minutes'],
    ['Piano', '=cmd()', 45],
    ['Violin; late', 'Åse, "Bo"', null],
  ];
  expect(rowsToCsv(rows)).toBe(`\uFEFFlesson,name,minutes\r\nPiano,'=cmd(),45\r\n"Violin; late","Åse, ""Bo""",\r\n`);
  expect(
    rowsToCsv(
      [
        ['a', 'b'],
        [1, -2],
      ],
      { separator: ';', byteOrderMark: false },
    ),
  ).toBe('a;b\r\n1;-2\r\n');
  expect(rowsToCsv([])).toBe('\uFEFF');
  expect(() => rowsToCsv(rows, { separator: ':' as never })).toThrow('CSV_OPTION_INVALID');
});

test('starts with a byte order mark, which can be left out', () => {
  expect(attendanceToCsv(summary).startsWith('\uFEFFid,')).toBe(true);
  expect(attendanceToCsv(summary, { byteOrderMark: false }).startsWith('id,')).toBe(true);
});

test.each(separators)('separates cells with %j', (separator) => {
  const [, first] = parse(attendanceToCsv(summaryOf(`Ada${separator} of "London"`), { separator }), {
    bom: true,
    delimiter: separator,
  });
  expect(first).toHaveLength(head.split(',').length);
  expect(first![2]).toBe(`Ada${separator} of "London"`);
});

describe('times', () => {
  afterEach(() => vi.unstubAllEnvs());
  const read = (options: CsvOptions) => {
    const [, , second] = parse(attendanceToCsv(summary, options), { bom: true });
    return second!.slice(5, 7);
  };

  test.each(['UTC', 'Asia/Kolkata'])('are ISO times on a machine in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(read({})).toEqual([at(1), at(3)]);
  });

  test.each([
    ['UTC', '2025-03-04 10:01:00', '2025-03-04 10:03:00'],
    ['Europe/Oslo', '2025-03-04 11:01:00', '2025-03-04 11:03:00'],
    ['Pacific/Apia', '2025-03-04 23:01:00', '2025-03-04 23:03:00'],
    ['America/Los_Angeles', '2025-03-04 02:01:00', '2025-03-04 02:03:00'],
  ])('are of the zone %s', (timeZone, ...times) => {
    expect(read({ timeZone })).toEqual(times);
  });

  test('at midnight are of the new day', () => {
    const meeting = new SimulatedMeeting().join(14 * 60, 'a').leave(14 * 60 + 1, 'a');
    expect(attendanceToCsv(summarizeAttendance(meeting.events), { timeZone: 'UTC' })).toContain('2025-03-05 00:00:00');
  });

  test('that are unknown are empty', () => {
    const present = summarizeAttendance(new SimulatedMeeting().join(0, 'a').events);
    const [, row] = parse(attendanceToCsv(present, { timeZone: 'Europe/Oslo' }), { bom: true });
    expect(row![6]).toBe('');
  });
});

test.each([
  ['separator', { separator: ':' }],
  ['separator', { separator: '' }],
  ['timeZone', { timeZone: 'Oslo' }],
  ['timeZone', { timeZone: '' }],
])('refuses a %s it cannot use', (name, options) => {
  expect(() => attendanceToCsv(summary, options as CsvOptions)).toThrow(
    expect.objectContaining({ code: 'CSV_OPTION_INVALID', message: expect.stringContaining(name) as string }),
  );
});

/** As a spreadsheet: what it reads after blanks and invisible characters. */
const isFormula = (cell: string) => /^[\s\p{C}"]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u.test(cell);

/** What readers with another separator, or none that understands quotation marks, take for cells. */
const readNaively = (csv: string, separator: string) =>
  csv.split(/\r\n|\r|\n/).flatMap((line) => line.split(separator));

const name = fc
  .array(
    fc.constantFrom(
      '=1+1',
      '+47',
      '-Ada',
      '@SUM(A1)',
      '＝1+1',
      '＠a',
      ...separators,
      '\r',
      '\n',
      '\r\n',
      ' ',
      '\u200B',
      '"',
      "'",
      'Åse',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('for any names and separators', () => {
  test('no reader finds a formula, with whichever separator it reads', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...separators),
        (names, separator) => {
          const csv = attendanceToCsv(summaryOf(...names), { separator, byteOrderMark: false });
          for (const delimiter of separators) {
            expect(readNaively(csv, delimiter).filter(isFormula)).toEqual([]);
            const quote = delimiter === separator && '"';
            const cells = parse(csv, { delimiter, quote, relax_column_count: true }).flat();
            expect(cells.filter(isFormula)).toEqual([]);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('a reader with that separator gets every name back, but for the apostrophes', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...separators),
        (names, delimiter) => {
          const rows = parse(attendanceToCsv(summaryOf(...names), { separator: delimiter }), { bom: true, delimiter });
          const plain = (text: string) => text.replaceAll("'", '');
          expect(rows.slice(1).map((row) => plain(row[2]!))).toEqual(names.map(plain));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

test('a long name of line ends takes no time', () => {
  const csv = attendanceToCsv(summaryOf('\n'.repeat(200_000)));
  expect(csv.length).toBeGreaterThan(200_000);
});
