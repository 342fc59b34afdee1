import { request as open, Agent, createServer } from 'node:http';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { errorList } from '../../src/errors/errorList.js';
import { createWhereby } from '../../src/server/client/createWhereby.js';
import { toNodeListener } from '../../src/server/adapters/toNodeListener.js';
import { createRoomsHandler } from '../../src/server/room-handler/createRoomsHandler.js';
import { createWebhookHandler } from '../../src/server/webhooks/createWebhookHandler.js';
import { signWebhook } from '../../src/server/webhooks/signWebhook.js';
import { listenOnLoopback } from '../servers/listenOnLoopback.js';
import { FakeApi } from './FakeApi.js';
import type { FuzzRun } from './FuzzRun.js';

/** All secrets have it, and what only the API says. */
const secretPart = 'SECRET';
const secret = `${secretPart}-of-the-webhooks`;
const metadataKey = `${secretPart}-of-the-metadata`;
const apiKey = `${secretPart}-of-the-account`;
const roomKey = `${secretPart}-of-the-host`;
/** What not even the server's log may show. The API's own words are for the log. */
const secrets = [secret, metadataKey, apiKey, roomKey];
/** Each is a request over http, which takes a hundred times as long as a call. */
export const usualRuns = 20_000;

const maxBodyBytes = 2048;
/** Milliseconds after which a request is taken to hang. */
const patience = 60_000;
const atOnce = 20;

interface Input {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly isSigned: boolean;
  /** What the API does to the next call. */
  readonly fault: (() => Response | Error) | undefined;
}

const segment = fc.oneof(
  fc.constantFrom('1', '2', 'meetings', '..', '.', '%2e%2e', '%2F', '%00', '%', '%ff', '__proto__', ''),
  fc.string({ unit: fc.constantFrom(...'abz09-_~%/?;&=#@:\\"<>[]ÿé'), maxLength: 12 }),
);
const query = fc.oneof(
  fc.constantFrom('', '?', '?path=x', '?code=1&_=2'),
  segment.map((text) => `?${text}`),
);
const path = fc.oneof(
  { weight: 4, arbitrary: query.map((rest) => `/webhooks${rest}`) },
  { weight: 3, arbitrary: query.map((rest) => `/api/meetings${rest}`) },
  { weight: 3, arbitrary: fc.tuple(segment, query).map(([id, rest]) => `/api/meetings/${id}${rest}`) },
  { weight: 1, arbitrary: fc.array(segment, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`) },
);

const headerText = fc.string({
  unit: fc.constantFrom(...'abc019 ,;:=/."\'<>()[]{}@*%+-_~#ÿ\t'),
  maxLength: 30,
});
const headers = fc.dictionary(
  fc.constantFrom(
    'origin',
    'host',
    'content-type',
    'content-encoding',
    'whereby-signature',
    'sec-fetch-site',
    'forwarded',
    'x-forwarded-host',
    'x-forwarded-proto',
    'access-control-request-headers',
    'cookie',
  ),
  fc.oneof(
    fc.constantFrom(
      'null',
      'https://evil.example',
      'capacitor://localhost',
      '127.0.0.1',
      '[::1',
      'application/json',
      'application/json, application/json',
      'text/plain',
      'gzip',
      'cross-site',
      'same-origin',
      't=1,v1=00',
      'host="',
    ),
    headerText,
  ),
  { maxKeys: 5 },
);

const creation = fc.record(
  {
    key: fc.oneof(fc.string({ unit: 'binary', maxLength: 250 }), fc.anything({ maxDepth: 1 })),
    minutes: fc.oneof(fc.integer(), fc.double(), fc.string()),
    mode: fc.oneof(fc.constantFrom('normal', 'group'), fc.anything({ maxDepth: 1 })),
    locked: fc.anything({ maxDepth: 1 }),
    prefix: fc.oneof(fc.constantFrom('a', 'lesson-'), fc.string()),
    __proto__: fc.constant(1),
    hostRoomUrl: fc.constant('x'),
  },
  { requiredKeys: [] },
);
const isoTime = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
const eventModel = {
  id: fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null)),
  apiVersion: fc.anything({ maxDepth: 1 }),
  createdAt: fc.oneof(isoTime, fc.string()),
  type: fc.oneof(fc.constantFrom('room.client.joined', 'recording.finished', 'constructor', '__proto__'), fc.string()),
  data: fc.oneof(fc.object({ maxDepth: 1 }), fc.constant(null), fc.constant([])),
};
const event = fc.record(eventModel, { requiredKeys: [] });
const toJson = (value: unknown) => Buffer.from(JSON.stringify(value, skipBigInt) ?? '');
const skipBigInt = (_name: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
const whole = fc.oneof(
  creation.map(toJson),
  event.map(toJson),
  fc.json().map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom('', '{', '[]', 'null', '\ufeff{}', '{"key":"1"}', '['.repeat(1000)).map((text) => Buffer.from(text)),
  fc.integer({ min: maxBodyBytes - 1, max: maxBodyBytes + 1 }).map((size) => Buffer.alloc(size, ' ')),
);
const body = fc.oneof(
  { weight: 4, arbitrary: whole },
  { weight: 1, arbitrary: whole.map((bytes) => gzipSync(bytes)) },
  { weight: 1, arbitrary: fc.tuple(whole, fc.nat(30)).map(([bytes, cut]) => gzipSync(bytes).subarray(0, -cut)) },
  { weight: 1, arbitrary: fc.tuple(whole, fc.nat(30)).map(([bytes, cut]) => bytes.subarray(0, -cut)) },
);

const fault = fc.constantFrom<Input['fault']>(
  ...Array<undefined>(12).fill(undefined),
  () => new Response(`<html>${apiKey}`, { status: 502 }),
  () => Response.json({ error: secretPart }, { status: 429, headers: { 'retry-after': '0' } }),
  () => new Response(`{"meetingId": "${apiKey}`, { headers: { 'content-type': 'application/json' } }),
  () => Response.json({ meetingId: {}, roomUrl: `javascript:${secretPart}`, endDate: secretPart }),
  () => Response.json([null]),
  () => Response.json({ error: `wrong key ${apiKey}` }, { status: 401 }),
  () => new TypeError('fetch failed', { cause: new Error(`no way for ${apiKey}`) }),
);

/** Requests as pages and the service send them, with anything in their bodies and headers. */
const sensible: fc.Arbitrary<Input> = fc
  .record({
    kind: fc.constantFrom(
      { method: 'POST', path: '/webhooks', isSigned: true },
      { method: 'POST', path: '/api/meetings', isSigned: false },
      { method: 'GET', path: '/api/meetings/1', isSigned: false },
      { method: 'DELETE', path: '/api/meetings/2', isSigned: false },
    ),
    event: fc.record({
      ...eventModel,
      id: fc.string({ minLength: 1 }),
      createdAt: isoTime,
      data: fc.object({ maxDepth: 1 }),
    }),
    creation: fc.record({ key: fc.string({ minLength: 1, maxLength: 200, unit: 'binary' }) }),
    headers: fc.oneof(fc.constant({}), headers),
    fault,
  })
  .map(({ kind, event: sentEvent, creation: sentCreation, ...rest }) => ({
    ...kind,
    ...rest,
    body: toJson(kind.isSigned ? sentEvent : sentCreation),
  }));

const arbitrary: fc.Arbitrary<Input> = fc.record({
  method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'DELETE', 'OPTIONS', 'PUT', 'HEAD', 'PATCH'),
  path,
  headers,
  body,
  isSigned: fc.boolean(),
  fault,
});

const input = fc.oneof(sensible, arbitrary);

interface Answer {
  readonly status: number;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

async function send(port: number, input: Input): Promise<Answer> {
  const { method, path: target, headers: given, body: bytes, isSigned } = input;
  const signature = isSigned && { 'whereby-signature': await signWebhook({ body: new Uint8Array(bytes), secret }) };
  const sentHeaders = { 'content-type': 'application/json', ...given, ...signature };
  return new Promise((resolve, reject) => {
    const sent = open({ port, method, path: target, headers: sentHeaders, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const text = `${response.rawHeaders.join('\n')}\n\n${Buffer.concat(chunks).toString()}`;
        resolve({ status: response.statusCode!, text });
      });
    });
    sent.setTimeout(patience, () => sent.destroy(new Error(`no answer within ${patience} ms`)));
    sent.once('error', (error: Error & { readonly code?: unknown }) => {
      // The server closed a connection that was idle: https://nodejs.org/api/http.html#requestreusedsocket
      if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(send(port, input));
      else reject(error);
    });
    sent.end(bytes);
  });
}

/** A 5xx names its error, and is not the one for what nobody thought of. */
function checkAnswer({ status, text }: Answer, { method }: Input): void {
  if (text.includes(secretPart)) throw new Error(`a response shows a secret: ${text}`);
  if (status < 500 || method === 'HEAD') return;
  const { error } = JSON.parse(text.slice(text.indexOf('\n\n'))) as { readonly error: { readonly code: string } };
  if (!(error.code in errorList) || ['SERVER_FAILED', 'WEBHOOK_FAILED'].includes(error.code))
    throw new Error(`a ${status} without a name: ${text}`);
}

/**
 * Arbitrary requests to both handlers over http, while the API misbehaves: every one is answered, no 5xx is without a
 * name, and neither a response nor an error that the app receives shows a secret.
 */
export async function run({ numRuns, seed }: FuzzRun): Promise<string> {
  const reported: unknown[] = [];
  const onError = (error: unknown) => void reported.push(error);
  const api = new FakeApi(roomKey);
  const webhooks = toNodeListener(
    createWebhookHandler({
      secret,
      maxBodyBytes,
      onError,
      // What it says is logged without what is in the event.
      onAny({ id }) {
        if (id.length % 2 === 0) throw new Error(`no place for ${id}`);
      },
    }),
  );
  const rooms = toNodeListener(
    createRoomsHandler({
      whereby: createWhereby({ apiKey, baseUrl: 'https://api.test/v1', fetch: api.fetch, maxRetries: 0 }),
      authorize: () => ({ role: 'visitor', may: ['create', 'enter', 'delete'], externalId: 'ada' }),
      choose: { minutes: { max: 600 }, mode: ['group', 'normal'], locked: true, prefix: (prefix) => prefix.length < 5 },
      metadataKey,
      maxBodyBytes,
      onError,
    }),
  );
  const server = await listenOnLoopback(
    createServer((request, response) => (request.url!.startsWith('/webhooks') ? webhooks : rooms)(request, response)),
  );
  const counts = new Map<number, number>();
  const property = fc.asyncProperty(fc.array(input, { minLength: atOnce, maxLength: atOnce }), async (inputs) => {
    reported.length = 0;
    api.instead.splice(0, Infinity, ...inputs.flatMap((each) => each.fault?.() ?? []));
    const answers = await Promise.all(inputs.map((each) => send(server.port, each)));
    for (const [at, answer] of answers.entries()) {
      checkAnswer(answer, inputs[at]!);
      const hundred = Math.floor(answer.status / 100);
      counts.set(hundred, (counts.get(hundred) ?? 0) + 1);
    }
    const texts = inspect(reported, { depth: 20, maxStringLength: null });
    const shown = secrets.find((each) => texts.includes(each));
    if (shown) throw new Error(`an error shows ${shown}: ${texts}`);
  });
  const rounds = Math.ceil(numRuns / atOnce);
  try {
    await fc.assert(property, { numRuns: rounds, seed });
  } finally {
    agent.destroy();
    await server.close();
  }
  const statuses = [...counts].sort().map(([hundred, count]) => `${count} were ${hundred}xx`);
  return `${rounds * atOnce} requests over http: all answered (${statuses.join(', ')}), no 5xx without a name, no secret`;
}
