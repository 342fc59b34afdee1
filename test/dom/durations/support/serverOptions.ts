import {
  createAttendance,
  createRoomsHandler,
  createWebhookHandler,
  createWhereby,
  fetchAllowedDomains,
  memoryStore,
  signWebhook,
  verifyMetadata,
  verifyWebhook,
} from 'react-whereby-embed/server';
import type {
  RequestOptions,
  RoomsHandlerOptions,
  WebhookHandlerOptions,
  WherebyOptions,
} from 'react-whereby-embed/server';
import { kyselyStore } from 'react-whereby-embed/server/kysely';
import { redisStore } from 'react-whereby-embed/server/redis';
import { vi } from 'vitest';
import { computeHmac } from '../../../../src/server/crypto/computeHmac.js';
import { createFakeApi } from '../../../support/createFakeApi.js';
import { openWithoutServer } from '../../../support/openWithoutServer.js';
import type { DurationOptions } from './DurationOption.js';
import { days, slowly, whileDaysPass } from './slowly.js';

const secret = 'secret';

const listMeetings = (options: WherebyOptions, call: RequestOptions = {}) => {
  const fetch = async () => slowly(Response.json({ results: [], cursor: null }));
  return whileDaysPass(
    createWhereby({ apiKey: 'key', fetch, maxRetries: 0, ...options })
      .meetings.list({}, call)
      .page(),
  );
};

const createEvent = () => ({
  id: 'event-1',
  type: 'room.client.knocked' as const,
  apiVersion: '1.0' as const,
  createdAt: new Date().toISOString(),
  data: { roomName: '/demo', displayName: 'Ada', participantId: 'p', metadata: null, externalId: null },
});

/** Receives an event whose function is slow. */
async function receiveEvent(options: WebhookHandlerOptions) {
  const handler = createWebhookHandler({
    secret,
    onAny: () => slowly(undefined),
    onError: () => undefined,
    ...options,
  });
  const body = JSON.stringify(createEvent());
  const headers = { 'content-type': 'application/json', 'whereby-signature': await signWebhook({ body, secret }) };
  const response = await whileDaysPass(handler(new Request('https://x.example/', { method: 'POST', body, headers })));
  if (!response.ok) throw new Error(`The response is ${response.status}.`);
}

/** Throws unless a claim still holds after days. */
async function holdClaim(store: ReturnType<typeof memoryStore>) {
  await store.claim('1');
  vi.setSystemTime(Date.now() + days);
  const { state } = await store.claim('1');
  if (state !== 'busy') throw new Error(`The claim is ${state}.`);
}

/** A database that takes every query. Those with values that no integer column can hold, it refuses. */
const createDatabase = () =>
  openWithoutServer('sqlite', {
    log({ query }) {
      const wrong = query.parameters.find((value) => typeof value === 'number' && !Number.isSafeInteger(value));
      if (wrong !== undefined) throw new Error(`No integer column can hold ${String(wrong)}.`);
    },
  });

/** A Redis that takes every command. One with a time that Redis does not take, it refuses. */
async function sendToRedis(command: string[]) {
  // The last argument of a script that takes a time; without a time, keys do not expire.
  const time = command[1]?.includes('PEXPIRE') ? command.at(-1) : undefined;
  // https://redis.io/docs/latest/commands/pexpire/: whole, above 0, and the sum with the time now fits 64 bits.
  if (time && !/^[1-9]\d{0,15}$/.test(time)) throw new Error(`Redis refuses ${command.join(' ')}.`);
  return command[0] === 'EVAL' ? 'won' : null;
}

/** Creates a meeting. Throws the error that reached `onError`. */
async function createMeeting(options: Partial<RoomsHandlerOptions>) {
  const errors: unknown[] = [];
  const handler = createRoomsHandler({
    whereby: createFakeApi().whereby,
    authorize: () => ({ role: 'host', may: ['create'] }),
    onError: (error) => errors.push(error),
    ...options,
  });
  const response = await handler(new Request('https://x.example/meetings', { method: 'POST' }));
  if (errors.length > 0) throw errors[0] as Error;
  if (!response.ok) throw new Error(`The response is ${response.status}.`);
}

/** Meetings have an end. */
const endless = [0, Infinity, 2 ** 31, 2 ** 53, Number.MAX_VALUE];

/** The options of what runs on servers. */
export const serverOptions: DurationOptions = {
  'createWhereby: timeout': { use: (timeout: number) => listMeetings({ timeout, deadline: 0 }) },
  'createWhereby: deadline': { use: (deadline: number) => listMeetings({ deadline, timeout: 0 }) },
  'createWhereby: maxRetries': { use: (maxRetries: number) => listMeetings({ maxRetries, deadline: 0, timeout: 0 }) },
  'a call: timeout': { use: (timeout: number) => listMeetings({ deadline: 0 }, { timeout }) },
  'a call: deadline': { use: (deadline: number) => listMeetings({ timeout: 0 }, { deadline }) },
  'a call: maxRetries': { use: (maxRetries: number) => listMeetings({ timeout: 0, deadline: 0 }, { maxRetries }) },
  'fetchAllowedDomains: timeout': {
    use: (timeout: number) =>
      whileDaysPass(fetchAllowedDomains('acme', { timeout, fetch: async () => slowly(new Response()) })),
  },
  validForSeconds: {
    use(validForSeconds: number) {
      const fetch = async () => Response.json({ accessLink: 'https://files.example', expires: 1 });
      return createWhereby({ apiKey: 'key', fetch }).recordings.accessLink('1', { validForSeconds });
    },
    refuses: endless,
  },
  answerWithin: { use: (answerWithin: number) => receiveEvent({ answerWithin }) },
  'createWebhookHandler: tolerance': { use: (tolerance: number) => receiveEvent({ tolerance, answerWithin: 0 }) },
  'verifyWebhook: tolerance': {
    async use(tolerance: number) {
      const body = JSON.stringify(createEvent());
      return verifyWebhook({ body, secret, signature: await signWebhook({ body, secret }), tolerance });
    },
  },
  'memoryStore: lease': { use: (lease: number) => holdClaim(memoryStore({ lease })) },
  'kyselyStore: lease': { use: (lease: number) => kyselyStore(createDatabase(), { lease }).claim('1') },
  'redisStore: lease': { use: (lease: number) => redisStore(sendToRedis, { lease }).claim('1') },
  keepFor: { use: (keepFor: number) => redisStore(sendToRedis, { keepFor }).complete('1', createEvent()) },
  maxAge: {
    async use(maxAge: number) {
      const text = `ada,${Math.floor(Date.now() / 1000)}`;
      const data = { metadata: `${text},${await computeHmac('key', text)}` };
      return verifyMetadata({ event: { ...createEvent(), data }, key: 'key', simple: { maxAge } });
    },
  },
  settleAfter: { use: (settleAfter: number) => createAttendance({ settleAfter }).add(createEvent()) },
  overrunMinutes: {
    use: (overrunMinutes: number) => createMeeting({ overrunMinutes }),
    refuses: [Infinity, 2 ** 31, 2 ** 53, Number.MAX_VALUE],
  },
  'meeting: minutes': { use: (minutes: number) => createMeeting({ meeting: { minutes } }), refuses: endless },
  'meeting as a function: minutes': {
    use: (minutes: number) => createMeeting({ meeting: () => ({ minutes }) }),
    refuses: endless,
  },
  'choose.minutes: max': { use: (max: number) => createMeeting({ choose: { minutes: { max } } }), refuses: endless },
  'choose.minutes: min': {
    use: (min: number) => createMeeting({ choose: { minutes: { min, max: 60 } } }),
    refuses: endless,
  },
};
