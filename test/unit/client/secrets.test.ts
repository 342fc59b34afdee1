import { inspect } from 'node:util';
import fc from 'fast-check';
import { createWhereby } from 'react-whereby-embed/server';
import type { Whereby } from 'react-whereby-embed/server';
import { describe, expect, test } from 'vitest';
import { catchError } from './support/catchError.js';
import { createFakeClock } from './support/createFakeClock.js';
import { createTestClient } from './support/createTestClient.js';
import { apiKey, meeting, roomKey } from './support/fixtures.js';
import { halfABody } from './support/startTestApi.js';
import type { Reply } from './support/startTestApi.js';

const s3 = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', accessKeySecret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const stream = 'rtmp://a.rtmp.example/live2/abcd-efgh-ijkl-mnop';
const plainKey = 'plain-room-key-that-is-no-jwt';
const secrets = [
  apiKey,
  roomKey,
  plainKey,
  s3.accessKeyId,
  s3.accessKeySecret,
  encodeURIComponent(s3.accessKeySecret),
  stream,
  'abcd-efgh-ijkl-mnop',
];

/** Everything that could end in a log. */
function everyForm(value: unknown): string {
  const error = value as Error & { body?: unknown };
  return [
    String(value),
    error.message,
    error.stack,
    JSON.stringify(value),
    JSON.stringify(value, value && typeof value === 'object' ? Object.getOwnPropertyNames(value) : undefined),
    inspect(value, { depth: Infinity, showHidden: true, getters: true }),
    inspect(error.cause, { depth: Infinity, showHidden: true }),
  ].join('\n');
}

function expectNoSecret(value: unknown): void {
  const text = everyForm(value);
  for (const secret of secrets) expect(text).not.toContain(secret);
  // A part is as bad as the whole.
  expect(text).not.toMatch(/eyJ[\w-]{8}/);
}

const create = (whereby: Whereby) =>
  whereby.meetings.create({
    endDate: '2030-01-01',
    recording: {
      type: 'cloud',
      destination: { provider: 's3', bucket: 'b', ...s3 },
      startTrigger: 'automatic',
    },
    streaming: { destination: { url: stream }, startTrigger: 'none' },
    fields: ['hostRoomUrl'],
  });

const spill = {
  error: `bad request with Bearer ${apiKey}, ${s3.accessKeyId}:${s3.accessKeySecret} to ${stream}`,
  message: `https://acme.whereby.com/demo?roomKey=${roomKey} and roomKey=${plainKey}&chat=on and roomKey%3D${plainKey}`,
  [apiKey]: 1,
  deep: [{ hostRoomUrl: `https://acme.whereby.com/demo?roomKey=${plainKey}`, roomKey: plainKey, apiKey }],
  escaped: `roomKey\\u003d${plainKey}`,
  url: encodeURIComponent(`https://acme.whereby.com/demo?roomKey=${plainKey}`),
  twice: encodeURIComponent(encodeURIComponent(`https://acme.whereby.com/demo?roomKey=${plainKey}`)),
  secret: encodeURIComponent(s3.accessKeySecret),
};

const spills: Record<string, Reply> = {
  'an error in JSON': { status: 400, json: spill },
  'an error in JSON escaped as some servers do': {
    status: 400,
    text: JSON.stringify(spill).replaceAll('=', '\\u003d').replaceAll('/', '\\/'),
  },
  'an error in text': { status: 500, text: Object.values(spill).join('\n') },
  'an error in HTML': { status: 502, text: `<a href="?roomKey=${plainKey}">${apiKey}</a>` },
  'an error that is long': { status: 500, text: 'x'.repeat(1_990) + apiKey + plainKey.replace(/^/, 'roomKey=') },
  'an error nested without end': { status: 400, text: '['.repeat(5_000) + JSON.stringify(apiKey) + ']'.repeat(5_000) },
  'a list of secrets in JSON': { status: 400, json: [apiKey, s3.accessKeySecret, `roomKey=${plainKey}`] },
  'a good answer without the field that was asked for': {
    status: 201,
    json: { ...meeting, viewerRoomUrl: `?roomKey=${roomKey}` },
  },
  'a valid response cut short': {
    status: 201,
    text: `{"hostRoomUrl":"https://acme.whereby.com/demo?roomKey=${roomKey}`,
  },
  'a content type with the key in it': { status: 200, text: '', headers: { 'content-type': `text/${apiKey}` } },
  'a connection that breaks': halfABody,
};

test.each(Object.entries(spills))('an error after %s contains no secret', async (_what, reply) => {
  const { whereby } = await createTestClient([reply]);
  const error = await catchError(create(whereby));
  expect(error).toHaveProperty('name', 'WherebyApiError');
  expectNoSecret(error);
});

test('an error keeps what is not secret', async () => {
  const { whereby } = await createTestClient([
    { status: 400, json: { error: 'endDate is in the past', field: 'endDate', at: 3 } },
  ]);
  const error = (await catchError(create(whereby))) as Error;
  expect(error.message).toContain('"endDate is in the past"');
  expect(error).toHaveProperty('body', { error: 'endDate is in the past', field: 'endDate', at: 3 });
});

test('an error cuts deeply nested bodies', async () => {
  const { whereby } = await createTestClient([{ status: 400, text: `${'['.repeat(5_000)}${']'.repeat(5_000)}` }]);
  expect(await catchError(create(whereby))).toHaveProperty('body', [[[[[[[[['[…]']]]]]]]]]);
});

test('an error cuts a body of 2 MB', async () => {
  const { whereby } = await createTestClient([{ status: 400, text: 'y'.repeat(2_000_000) }]);
  const error = (await catchError(create(whereby))) as Error & { body: string };
  expect(error.body.length).toBeLessThanOrEqual(2_001);
  expect(error.message.length).toBeLessThan(600);
});

test('an error does not contain the request that a custom fetch attached to its own error', async () => {
  const whereby = createWhereby({
    apiKey,
    clock: createFakeClock(),
    fetch: (url, init) =>
      Promise.reject(
        Object.assign(new Error(`could not fetch ${String(url)} with ${JSON.stringify(init)}`), {
          config: init,
          request: { headers: init?.headers },
          cause: Object.assign(new Error(apiKey), { init }),
        }),
      ),
  });
  expectNoSecret(await catchError(create(whereby)));
});

test('the client, its methods and its lists print no key', async () => {
  const { whereby } = await createTestClient([{ json: { results: [], cursor: null } }]);
  for (const value of [
    whereby,
    whereby.meetings,
    whereby.meetings.create,
    whereby.meetings.list(),
    whereby.meetings.list().pages(),
  ])
    expectNoSecret(value);
});

describe('an arbitrary key', () => {
  test('is in no error', async () => {
    const key = fc.string({
      unit: fc.integer({ min: 0x21, max: 0x7e }).map((at) => String.fromCharCode(at)),
      minLength: 8,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(key, fc.constantFrom('text', 'JSON', 'half of JSON'), async (secret, form) => {
        const json = JSON.stringify({ error: secret, k: [secret], [secret]: secret });
        const body = {
          text: `${secret} and ${encodeURIComponent(secret)}`,
          JSON: json,
          'half of JSON': json.slice(0, -1),
        }[form];
        const whereby = createWhereby({
          apiKey: secret,
          clock: createFakeClock(),
          fetch: () => Promise.resolve(new Response(body, { status: 400 })),
        });
        const error = await catchError(whereby.meetings.get('1'));
        expect(everyForm(error)).not.toContain(secret);
        expect((error as Error).message).not.toContain(JSON.stringify(secret).slice(1, -1));
        expect(String((error as { body: unknown }).body)).not.toContain(JSON.stringify(secret).slice(1, -1));
      }),
      {
        numRuns: 200,
        examples: [
          ['a"b\\c"d', 'half of JSON'],
          ['"\\"\\"\\"\\"', 'text'],
          ['$&$&$&$&', 'JSON'],
          ['%41%41%41', 'text'],
        ],
      },
    );
  });
});

test.each(['ab cd', 'Bearer abc', 'a\nb', 'ключ', 'a\u0000b'])(
  'a key that cannot be sent is refused without being printed: %j',
  (key) => {
    let error: unknown;
    try {
      createWhereby({ apiKey: key });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: 'API_KEY_INVALID' });
    expect(everyForm(error)).not.toContain(key);
  },
);
