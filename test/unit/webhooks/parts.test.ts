import { describe, expect, test } from 'vitest';
import { WherebyError } from 'react-whereby-embed/server';
import type { WherebyErrorCode } from 'react-whereby-embed/server';
import { parseSignature } from '../../../src/server/webhooks/parseSignature.js';
import { buildKey } from '../../../src/server/webhooks/handler/buildKey.js';
import { buildErrorResponse, buildResponse } from '../../../src/server/webhooks/handler/buildResponse.js';
import { checkOptions } from '../../../src/server/webhooks/handler/checkOptions.js';
import { isHealthCheck } from '../../../src/server/webhooks/handler/checkRequest.js';
import { HandlerPlace } from '../../../src/server/webhooks/handler/HandlerPlace.js';
import { findStatus } from '../../../src/server/webhooks/handler/statuses.js';
import { memoryStore } from '../../../src/server/webhooks/stores/memoryStore.js';
import { readStoreTime } from '../../../src/server/webhooks/stores/readStoreTime.js';
import { toSendCommand } from '../../../src/server/webhooks/stores/toSendCommand.js';

const refusal = (call: () => unknown) => {
  try {
    call();
  } catch (error) {
    const { code, message } = error as WherebyError;
    return `${code} ${message}`;
  }
  return 'none';
};

describe('the header of a signature', () => {
  const v1 = 'a'.repeat(64);

  test.each([
    [`t=1,v1=${v1}`, { time: '1', signatures: [v1] }],
    [` v1 = ${v1} , t = 12 `, { time: '12', signatures: [v1] }],
    [`t=1,v1=a,v1=b,v0=c`, { time: '1', signatures: ['a', 'b'] }],
    [`t=1,t=1,v1=a`, { time: '1', signatures: ['a'] }],
    [`t=1,=x,tt=3,v1=a=b`, { time: '1', signatures: ['a=b'] }],
    [['t=1', `v1=${v1}`], { time: '1', signatures: [v1] }],
    [`t=${'1'.repeat(15)},v1=a`, { time: '1'.repeat(15), signatures: ['a'] }],
    [`t=1,v1=${'a'.repeat(4096 - 7)}`, { time: '1', signatures: ['a'.repeat(4096 - 7)] }],
  ])('%j is read', (header, parsed) => {
    expect(parseSignature(header)).toEqual(parsed);
  });

  test.each<[unknown, string]>([
    [7, 'WEBHOOK_SIGNATURE_MALFORMED.*was passed as something other than a string'],
    [`t=1,v1=${'a'.repeat(4096)}`, 'WEBHOOK_SIGNATURE_MALFORMED.*is 4103 characters long'],
    [`"t=1,v1=${v1}"`, 'WEBHOOK_SIGNATURE_MALFORMED.*is wrapped in quotation marks'],
    [`“t=1,v1=${v1}”`, 'WEBHOOK_SIGNATURE_MALFORMED.*is wrapped in quotation marks'],
    [`v1=${v1}`, 'WEBHOOK_SIGNATURE_MALFORMED.*contains no time'],
    ['t', 'WEBHOOK_SIGNATURE_MALFORMED.*contains no time'],
    [`t=1,t=2,v1=${v1}`, 'WEBHOOK_SIGNATURE_MALFORMED.*contains more than one time'],
    [`t=1.5,v1=${v1}`, 'WEBHOOK_SIGNATURE_MALFORMED.*a time that is not a whole number of seconds'],
    [`t=${'1'.repeat(16)},v1=${v1}`, 'WEBHOOK_SIGNATURE_MALFORMED.*a time that is not a whole number of seconds'],
    [`t=x1,v1=${v1}`, 'WEBHOOK_SIGNATURE_MALFORMED.*a time that is not a whole number of seconds'],
    [`t=1,v0=${v1}`, 'WEBHOOK_SIGNATURE_SCHEME'],
    ['', 'WEBHOOK_SIGNATURE_MISSING'],
    [null, 'WEBHOOK_SIGNATURE_MISSING'],
    [[], 'WEBHOOK_SIGNATURE_MISSING'],
  ])('%j is refused', (header, problem) => {
    expect(refusal(() => parseSignature(header as string))).toMatch(new RegExp(problem));
  });
});

describe('the key of a function', () => {
  test.each([
    [undefined, undefined, 'e1'],
    ['mail', undefined, 'mail/e1'],
    [undefined, 'onAny', 'e1#onAny'],
    ['mail', 'onAny', 'mail/e1#onAny'],
  ])('of the handler %s and the name %s is %s', async (name, functionName, key) => {
    expect(await buildKey(name, 'e1', functionName)).toBe(key);
  });

  test('has at most 255 characters, and is a hash where it would have more', async () => {
    const id = 'x'.repeat(255);
    expect(await buildKey(undefined, id)).toBe(id);
    const keys = await Promise.all([buildKey('a', id), buildKey('b', id), buildKey(undefined, id, 'onAny')]);
    for (const key of keys) expect(key).toMatch(/^[\da-f]{64}$/);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('a response', () => {
  const read = async (response: Response) => ({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: (await response.json()) as unknown,
  });
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

  test.each([
    [200, 'handled'],
    [200, 'duplicate'],
    [200, 'healthy'],
    [202, 'accepted'],
  ] as const)('%d says %s', async (status, result) => {
    expect(await read(buildResponse(status, result))).toEqual({ status, headers, body: { result } });
  });

  test.each<[WherebyErrorCode, number, object]>([
    ['WEBHOOK_BODY_INVALID', 400, {}],
    ['WEBHOOK_EVENT_INVALID', 400, {}],
    ['WEBHOOK_METHOD', 405, { allow: 'POST' }],
    ['WEBHOOK_BODY_SLOW', 408, {}],
    ['WEBHOOK_BODY_TOO_LARGE', 413, {}],
    ['WEBHOOK_HANDLER_FAILED', 500, {}],
    ['WEBHOOK_BODY_PARSED', 500, {}],
    ['WEBHOOK_SECRET_MISSING', 500, {}],
    ['WEBHOOK_NAME_MISSING', 500, {}],
    ['WEBHOOK_FAILED', 500, {}],
    ['HANDLER_REQUEST_INVALID', 500, {}],
    ['ROOM_INVALID', 500, {}],
    ['WEBHOOK_STORE_FAILED', 503, { 'retry-after': '1' }],
    ['WEBHOOK_LATE', 503, { 'retry-after': '1' }],
  ])('to %s is %d, with its text', async (code, status, more) => {
    const response = buildErrorResponse(new WherebyError(code, 'what happened'));
    expect(await read(response)).toEqual({
      status,
      headers: { ...headers, ...more },
      body: { error: { code, message: new WherebyError(code, 'what happened').message } },
    });
  });

  test.each<WherebyErrorCode>([
    'WEBHOOK_SIGNATURE_MISSING',
    'WEBHOOK_SIGNATURE_MALFORMED',
    'WEBHOOK_SIGNATURE_SCHEME',
    'WEBHOOK_SIGNATURE_MISMATCH',
    'WEBHOOK_TIMESTAMP',
  ])('to %s is 401, and keeps the reason for the log', async (code) => {
    const { status, body } = await read(buildErrorResponse(new WherebyError(code, 'how far off it is')));
    expect(status).toBe(401);
    const { message } = (body as { error: { message: string } }).error;
    expect(message).not.toContain('how far off it is');
    expect(message).toMatch(/signature is missing, wrong or too old.*Whereby-Signature: t=.*log has the reason/);
  });

  test('that is 200 can have an event that does not fit', () => {
    expect(findStatus('WEBHOOK_EVENT_UNFIT')).toBe(200);
  });
});

test.each([
  ['GET', '/health', true],
  ['HEAD', '/webhooks/health/', true],
  ['GET', '/health?x=1', true],
  ['POST', '/health', false],
  ['GET', '/unhealth', false],
  ['GET', '/health/more', false],
  ['GET', '/', false],
])('%s %s is a check of health: %s', (method, path, expected) => {
  expect(isHealthCheck(new Request(`https://app.test${path}`, { method }))).toBe(expected);
});

test.each<[object, string]>([
  [
    { on: { 'room.left': () => undefined } },
    '`on` names "room.left", which is not a type of event; the types are room.client.joined, ',
  ],
  [{ on: { toString: () => undefined } }, '`on` names "toString"'],
  [{ name: '' }, '`name` must be 1 to 40 letters, digits, `-`, `_` and `.`'],
  [{ name: 'x'.repeat(41) }, '`name` must be 1 to 40'],
  [{ name: 'a b' }, '`name` must be 1 to 40'],
  [{ name: 'a/b' }, '`name` must be 1 to 40'],
  [{ answerWithin: -1 }, '`answerWithin` must be a number of milliseconds, at least 0'],
  [{ maxBodyBytes: 0 }, '`maxBodyBytes` must be a number of bytes, at least 1'],
])('the options %o cannot be used', (options, problem) => {
  const said = refusal(() => checkOptions({ on: {}, ...options } as never));
  expect(said).toContain('WEBHOOK_OPTIONS_INVALID');
  expect(said).toContain(problem);
});

test.each([{}, { name: 'x'.repeat(40) }, { name: 'a.b-c_1' }, { answerWithin: 0 }, { maxBodyBytes: 1 }])(
  'the options %o can be used',
  (options) => {
    expect(refusal(() => checkOptions(options as never))).toBe('none');
  },
);

describe('what handlers of one store know', () => {
  test('is the same for all of them, and nothing for those of another', () => {
    const store = memoryStore();
    expect(HandlerPlace.of(store)).toBe(HandlerPlace.of(store));
    expect(HandlerPlace.of(memoryStore())).not.toBe(HandlerPlace.of(store));
  });

  test('is who claimed an event while both were there', () => {
    const place = HandlerPlace.of(memoryStore());
    const [first, second] = [place.addHandler(), place.addHandler()];
    expect(place.isClaimedByNeighbour('a', first)).toBe(false);
    place.noteClaim('a', first);
    expect(place.isClaimedByNeighbour('a', first)).toBe(false);
    expect(place.isClaimedByNeighbour('a', second)).toBe(true);
    expect(place.isClaimedByNeighbour('a', place.addHandler())).toBe(false);
  });

  test('is how long to wait after failures: not after two, then a minute and twice as long each time, at most an hour', () => {
    const place = HandlerPlace.of(memoryStore());
    const waits = Array.from({ length: 10 }, () => place.noteFailure('a') / 60_000);
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60]);
    expect(place.noteFailure('b')).toBe(0);
  });

  test('is whether a function runs', () => {
    expect(HandlerPlace.of(memoryStore()).isRunning('a')).toBe(false);
  });
});

describe('a time of a store', () => {
  test.each([
    [0, Infinity],
    [Infinity, Infinity],
    [0.2, 1],
    [3000, 3000],
    [3000.5, 3001],
    [Number.MAX_SAFE_INTEGER, Infinity],
  ])('%d is %d', (value, expected) => {
    expect(readStoreTime('lease', value)).toBe(expected);
  });

  test.each([-1, NaN, '3000'])('cannot be %j', (value) => {
    expect(refusal(() => readStoreTime('lease', value as number))).toMatch(
      /WEBHOOK_OPTIONS_INVALID.*`lease` must be a number of milliseconds, at least 0/,
    );
  });
});

describe('a command for Redis', () => {
  const record = () => {
    const calls: unknown[][] = [];
    return { calls, send: async (...args: unknown[]) => void calls.push(args) };
  };

  test.each<[string, (send: (...args: unknown[]) => Promise<unknown>) => object, unknown[]]>([
    ['a function', (send) => send, [['SET', 'key', 'value']]],
    [
      'ioredis',
      (send) => ({ call: send, sendCommand: () => Promise.reject(new Error('not this one')) }),
      ['SET', 'key', 'value'],
    ],
    ['redis', (send) => ({ sendCommand: send }), [['SET', 'key', 'value']]],
    ['a cluster', (send) => ({ sendCommand: send, masters: [] }), ['key', false, ['SET', 'key', 'value']]],
    ['a sentinel', (send) => ({ sendCommand: send, getMasterNode() {} }), [false, ['SET', 'key', 'value']]],
  ])('goes out by %s', async (_name, create, expected) => {
    const { calls, send } = record();
    await toSendCommand(create(send) as never)(['SET', 'key', 'value']);
    expect(calls).toEqual([expected]);
  });

  test('of a script goes to the server of its key', async () => {
    const { calls, send } = record();
    await toSendCommand({ sendCommand: send, masters: [] } as never)(['EVAL', 'return 1', '1', 'key', 'value']);
    expect(calls[0]?.[0]).toBe('key');
  });

  test.each([{}, { call: 1 }, { sendCommand: 'x' }])('does not go out by %o', (client) => {
    expect(refusal(() => toSendCommand(client as never))).toMatch(
      /WEBHOOK_OPTIONS_INVALID.*`client` must be a client of `redis` or `ioredis`, or a function/,
    );
  });
});
