import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import {
  attendanceToCsv,
  createAttendance,
  identifyAttendees,
  rowsToCsv,
  summarizeAttendance,
} from 'react-whereby-embed/server';
import { SimulatedMeeting } from '../../support/SimulatedMeeting.js';

const { events } = new SimulatedMeeting().join(0, 'a').join(1, 'b').leave(5, 'b').leave(6, 'a').pass(9);

async function* generate() {
  for (const event of events) yield await Promise.resolve(event);
}

/** What a function throws, or its promise is rejected with. */
async function catchError(run: () => unknown): Promise<Error> {
  try {
    await run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

/** What is given instead of a list, and what the error says about it. */
const noLists: Record<string, readonly [given: unknown, got: string, cure: string]> = {
  'a promise': [Promise.resolve(events), 'a promise', 'Here: await it'],
  'a query builder that can be awaited': [
    { then: () => undefined, toArray: () => events },
    'a promise',
    'Here: await it',
  ],
  'a query builder that was not run': [{ execute: () => events }, 'a query or stream that was not read', '`execute()`'],
  'a cursor': [{ toArray: () => events, [Symbol.asyncIterator]: () => undefined }, 'a query or stream', '`toArray()`'],
  'a stream': [Readable.from(events), 'a query or stream', '`toArray()`'],
  'an async generator': [generate(), 'an async iterable', '`for await`'],
  'a page of an API': [{ results: events, cursor: 'c-1' }, 'an object that holds a list in `results`', 'of every page'],
  'the result of a driver': [
    { rowCount: 4, rows: events },
    'an object that holds a list in `rows`',
    'Here: pass `rows`',
  ],
  'a page as JSON': [
    JSON.stringify({ results: events }),
    'an object that holds a list in `results`',
    'Here: pass `results`',
  ],
  'a single event': [events[0], 'a single event', 'Here: put it into a list'],
  'a single event as JSON': [JSON.stringify(events[0]), 'a single event', 'Here: put it into a list'],
  'a single row': [{ id: 1, payload: JSON.stringify(events[0]) }, 'a single event', 'Here: put it into a list'],
  'some text': ['no such meeting', 'a text that is no JSON', 'Here: pass a list'],
  'a JSON list that was cut': [JSON.stringify(events).slice(0, -9), 'a text that is no JSON', 'Here: pass a list'],
  'JSON of several lines': [events.map((event) => JSON.stringify(event)).join('\n'), 'no JSON', 'Here: pass a list'],
  bytes: [Buffer.from('no such meeting'), 'a text that is no JSON', 'Here: pass a list'],
  'an empty text': ['', 'a text that is no JSON', 'Here: pass a list'],
  'an empty object': [{}, 'an object without a list', 'Here: pass a list'],
  'a function': [() => events, 'a function', 'Here: call it'],
  null: [null, 'null', 'Here: pass a list'],
  undefined: [undefined, 'undefined', 'Here: pass a list'],
  'a number': [4, 'a number', 'Here: pass a list'],
};

describe('instead of a list', () => {
  test.each(Object.entries(noLists))('%s is refused, with what to pass', async (_, [given, got, cure]) => {
    const caught = [
      await catchError(() => summarizeAttendance(given as never)),
      await catchError(() => identifyAttendees(given as never, { key: 'a-key-of-the-app-0123456789' })),
    ];
    for (const error of caught) {
      expect(error).toMatchObject({ name: 'WherebyError', code: 'ATTENDANCE_INPUT_INVALID' });
      expect(error.message).toMatch(/`events` must be a list of events, /);
      expect(error.message).toContain(got);
      expect(error.message).toContain(cure);
    }
  });

  test.each(Object.entries(noLists).filter(([name]) => !['null', 'undefined'].includes(name)))(
    'of insights %s is refused',
    async (_, [given, got]) => {
      const error = await catchError(() => summarizeAttendance(events, { insights: given as never }));
      expect(error).toMatchObject({ code: 'ATTENDANCE_INPUT_INVALID' });
      expect(error.message).toMatch(/`insights` must be a list of rows, /);
      if (got !== 'a single event') expect(error.message).toContain(got);
    },
  );
});

test.each<[string, Iterable<unknown>]>([
  ['a set', new Set(events)],
  ['a generator', events.values()],
  ['the values of a map', new Map(events.map((event) => [event.id, event])).values()],
  ['JSON', JSON.stringify(events)],
  ['bytes', Buffer.from(JSON.stringify(events)) as unknown as Iterable<unknown>],
])('%s is a list', (_, list) => {
  expect(summarizeAttendance(list as typeof events)).toEqual(summarizeAttendance(events));
});

describe('identities', () => {
  test.each<[string, unknown, string]>([
    ['a promise', identifyAttendees(events, { key: 'a-key-of-the-app-0123456789' }), 'Here: await it'],
    ['an object', { a: 'u-1' }, 'Here: pass what `identifyAttendees` returns'],
    ['a list', [['a', 'u-1']], 'Here: pass what `identifyAttendees` returns'],
    ['null', null, 'Here: pass what `identifyAttendees` returns'],
  ])('that are %s are refused', async (_, identities, cure) => {
    for (const run of [
      () => summarizeAttendance(events, { identities: identities as never }),
      () => createAttendance({ identities: identities as never }),
    ]) {
      const error = await catchError(run);
      expect(error).toMatchObject({ code: 'ATTENDANCE_INPUT_INVALID' });
      expect(error.message).toContain('`identities` must be a Map');
      expect(error.message).toContain(cure);
    }
  });
});

describe('CSV', () => {
  test.each<[string, unknown]>([
    ['a promise', Promise.resolve(summarizeAttendance(events))],
    ['events', events],
    ['null', null],
    ['undefined', undefined],
  ])('of %s instead of a summary is refused', async (_, summary) => {
    const error = await catchError(() => attendanceToCsv(summary as never));
    expect(error).toMatchObject({ code: 'CSV_OPTION_INVALID' });
    expect(error.message).toContain('what `summarizeAttendance` returns');
  });

  test.each<[string, unknown]>([
    ['a promise', Promise.resolve([['a']])],
    ['objects', [{ name: 'a' }]],
    ['text', 'a,b'],
    ['null', null],
  ])('rows that are %s are refused', async (_, rows) => {
    const error = await catchError(() => rowsToCsv(rows as never));
    expect(error).toMatchObject({ code: 'CSV_OPTION_INVALID' });
    expect(error.message).toContain('`rows` must be a list of lists');
  });

  test.each<[string, unknown]>([
    ['a list', ['=1+1']],
    ['an object', { toString: () => '=1+1' }],
  ])('defuses a formula in %s as well', (_, cell) => {
    expect(rowsToCsv([[cell as never]], { byteOrderMark: false })).toBe("'=1+1\r\n");
  });
});
