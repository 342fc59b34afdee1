import type { RequestOptions, Whereby } from 'react-whereby-embed/server';
import { describe, expect, test } from 'vitest';
import { createTestClient } from './support/createTestClient.js';
import { apiKey } from './support/fixtures.js';
import type { Reply } from './support/startTestApi.js';
import { operations } from './support/operations.js';

const budget = {
  'x-ratelimit-limit': '100',
  'x-ratelimit-remaining': '41',
  'x-ratelimit-reset': '2026-01-01T10:00:30Z',
  date: 'Thu, 01 Jan 2026 10:00:00 GMT',
};

test('the client has a method for each of the 27 operations and no others', async () => {
  const { whereby } = await createTestClient([{}]);
  const methods = Object.entries(whereby).flatMap(([group, resource]) =>
    Object.keys(resource as object).map((method) => `${group}.${method}`),
  );
  expect(methods.sort()).toEqual(Object.keys(operations).sort());
  expect(methods).toHaveLength(27);
});

type Method = (...args: unknown[]) => unknown;

/** The client with options for every call: they are the last argument of each method. */
const withOptions = (whereby: Whereby, options: RequestOptions): Whereby =>
  Object.fromEntries(
    Object.entries(whereby).map(([group, resource]) => [
      group,
      Object.fromEntries(
        Object.entries(resource as Record<string, Method>).map(([name, method]) => [
          name,
          (...args: unknown[]) => {
            const count = Math.max(args.length, method.length - 1);
            return method(...Array.from({ length: count }, (_, at) => args[at]), options);
          },
        ]),
      ),
    ]),
  ) as unknown as Whereby;

describe.each(Object.entries(operations))('%s', (name, { run, sends, body, status, answers }) => {
  const reply: Reply = { status, headers: budget, ...(answers === undefined ? {} : { json: answers }) };

  test('sends the documented request and returns the response', async () => {
    const { whereby, seen } = await createTestClient([reply]);
    const result = await run(whereby);
    expect(`${seen[0]!.method} ${seen[0]!.url.replace('/v1', '')}`).toBe(sends);
    expect(seen[0]!.headers.authorization).toBe(`Bearer ${apiKey}`);
    if (body !== undefined) {
      expect(seen[0]!.headers['content-type']).toBe('application/json');
      expect(JSON.parse(seen[0]!.body)).toEqual(body);
    }
    expect(result).toEqual(answers ?? {});
  });

  test('returns the request budget with its result, not enumerable', async () => {
    const { whereby } = await createTestClient([reply]);
    const result = (await run(whereby)) as { rateLimit: unknown };
    expect(result.rateLimit).toEqual({ limit: 100, remaining: 41, resetAt: new Date('2026-01-01T10:00:30Z') });
    expect(Object.keys(result)).not.toContain('rateLimit');
    expect(JSON.stringify(result)).toBe(JSON.stringify(answers ?? {}));
  });

  test('has null for what the API does not report about the budget', async () => {
    const { whereby } = await createTestClient([{ ...reply, headers: { 'x-ratelimit-limit': 'many' } }]);
    expect(await run(whereby)).toHaveProperty('rateLimit', { limit: null, remaining: null, resetAt: null });
  });

  test.each([
    [401, 'API_UNAUTHORIZED'],
    [403, 'API_FORBIDDEN'],
    [404, 'API_NOT_FOUND'],
    [400, 'API_REFUSED'],
    [422, 'API_REFUSED'],
    [429, 'API_RATE_LIMITED'],
    [500, 'API_UNAVAILABLE'],
    [301, 'API_REFUSED'],
  ] as const)('status %i is the code %s, with the name of the operation', async (refusal, code) => {
    const { whereby, seen } = await createTestClient([
      { status: refusal, headers: { location: 'https://example.com/' } },
    ]);
    // What is to be deleted and is not there is as it should be.
    if (refusal === 404 && sends.startsWith('DELETE')) return expect(await run(whereby)).toEqual({});
    // Meetings can always be listed and created: only the address can be wrong.
    const isForAll = / \/meetings(\?|$)/.test(sends);
    await expect(run(whereby)).rejects.toMatchObject({
      name: 'WherebyApiError',
      code: refusal === 404 && isForAll ? 'API_ADDRESS_WRONG' : code,
      status: refusal,
      operation: name,
      message: expect.stringContaining(`${name} returned ${refusal}`),
    });
    expect(seen.every(({ url }) => url.startsWith('/v1/'))).toBe(true);
  });

  test('sends nothing if its signal has aborted already', async () => {
    const { whereby, seen } = await createTestClient([reply]);
    const reason = new Error('changed my mind');
    await expect(run(withOptions(whereby, { signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);
    expect(seen).toHaveLength(0);
  });

  const unreadable: Record<string, Reply> = {
    HTML: { text: '<html>Sign in to the hotel</html>', headers: { 'content-type': 'text/html' } },
    nothing: { text: '' },
    'half of the JSON': { text: JSON.stringify(answers)?.slice(0, -3) ?? '' },
    'another shape': { json: { hello: 'world' } },
    null: { json: null },
    'a list of other things': { json: { results: [null, 7], cursor: null } },
  };
  test.each(Object.entries(unreadable))(
    'rejects a response that is %s, unless no result is expected',
    async (_what, broken) => {
      const { whereby, seen } = await createTestClient([broken]);
      if (answers === undefined) return expect(await run(whereby)).toEqual({});
      await expect(run(whereby)).rejects.toMatchObject({
        code: 'API_UNREADABLE',
        status: 200,
        operation: name,
        body: null,
      });
      expect(seen).toHaveLength(1);
    },
  );
});

test('pictures are sent as a form with the field "image"', async () => {
  const { whereby, seen } = await createTestClient([{ status: 500 }, { status: 204 }]);
  await operations['rooms.setLogo']!.run(whereby);
  // Also when it is sent again.
  for (const { headers, body } of seen) {
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(body).toContain('name="image"; filename="image.png"');
    expect(body).toContain('Content-Type: image/png');
    expect(body).toContain('\x89PNG');
  }
  expect(seen).toHaveLength(2);
});

test('fields newer than the package can be sent in a body and in a query', async () => {
  const { whereby, seen } = await createTestClient([{ json: { ...operations['meetings.get']!.answers! } }]);
  await whereby.meetings.create({ endDate: '2030-01-01' }, { extra: { newField: { deep: true } } });
  await whereby.meetings.get('1', {}, { extra: { newField: 'x' } });
  expect(JSON.parse(seen[0]!.body)).toEqual({ endDate: '2030-01-01', newField: { deep: true } });
  expect(seen[1]!.url).toBe('/v1/meetings/1?newField=x');
});

test('deleting an empty list sends nothing', async () => {
  const { whereby, seen } = await createTestClient([{ status: 500 }]);
  expect(await whereby.recordings.bulkDelete([])).toEqual({});
  expect(await whereby.transcriptions.bulkDelete([])).toHaveProperty('rateLimit.remaining', null);
  expect(seen).toHaveLength(0);
});

describe('before anything is sent', () => {
  const ids: unknown[] = [
    undefined,
    null,
    '',
    ' ',
    '.',
    '..',
    '../meetings',
    7,
    {},
    '\ud800',
    'https://acme.whereby.com/x?roomKey=abc',
  ];
  const bad = ids.filter((id) => id !== '../meetings');
  test.each(bad)('%j is refused as an id', async (id) => {
    const { whereby, seen } = await createTestClient([{ json: {} }]);
    for (const run of [
      () => whereby.meetings.delete(id as string),
      () => whereby.meetings.get(id as string),
      () => whereby.recordings.bulkDelete(['1', id as string]),
      () => whereby.recordings.accessLink(id as string),
      () => whereby.transcriptions.create({ recordingId: id as string }),
      () => whereby.summaries.delete(id as string),
    ])
      await expect(run()).rejects.toMatchObject({ code: 'REQUEST_INVALID' });
    expect(seen).toHaveLength(0);
  });

  test('an id with `..` stays one segment of the path', async () => {
    const { whereby, seen } = await createTestClient([{ status: 204 }]);
    await whereby.meetings.delete('../rooms/x');
    expect(seen[0]!.url).toBe('/v1/meetings/..%2Frooms%2Fx');
  });

  test.each(['', '/', '..', 'https://acme.whereby.com/demo', '/demo?roomKey=abc', '/a/b', undefined])(
    '%j is refused as a room name',
    async (name) => {
      const { whereby, seen } = await createTestClient([{ status: 204 }]);
      await expect(whereby.rooms.setLogo(name as string, { theme: 'default' })).rejects.toMatchObject({
        code: 'REQUEST_INVALID',
      });
      expect(seen).toHaveLength(0);
    },
  );

  test('an Invalid Date is refused', async () => {
    const { whereby, seen } = await createTestClient([{ json: {} }]);
    const never = new Date('tomorrow');
    await expect(whereby.meetings.create({ endDate: never })).rejects.toMatchObject({
      code: 'REQUEST_INVALID',
      message: expect.stringContaining('endDate'),
    });
    await expect(whereby.insights.rooms({ createdAt: { from: never } }).page()).rejects.toMatchObject({
      code: 'REQUEST_INVALID',
    });
    expect(seen).toHaveLength(0);
  });
});
