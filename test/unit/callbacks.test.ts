import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  createRoomsHandler,
  createWebhookHandler,
  createWhereby,
  deleteStaleMeetings,
  signWebhook,
} from 'react-whereby-embed/server';
import type { RoomsHandlerOptions, WebhookHandlerOptions } from 'react-whereby-embed/server';
import { memoryMeetingKeys } from '../../src/server/room-handler/memoryMeetingKeys.js';
import { createFakeApi } from '../support/createFakeApi.js';
import { createGate } from '../support/createGate.js';

type Callback = () => never | Promise<never>;

const secret = 'secret';

async function sendWebhook(options: Partial<WebhookHandlerOptions>, type = 'room.session.started', signature?: string) {
  const data = { meetingId: '1', roomName: '/r', roomSessionId: 's', subdomain: 'acme' };
  const body = JSON.stringify({ id: '1', apiVersion: '1.0', createdAt: new Date().toISOString(), type, data });
  const headers = {
    'content-type': 'application/json',
    'whereby-signature': signature ?? (await signWebhook({ body, secret })),
  };
  const request = new Request('https://app.example/', { method: 'POST', body, headers });
  return (await createWebhookHandler({ secret, ...options })(request)).status;
}

async function createMeeting(options: Partial<RoomsHandlerOptions>, input: object = {}) {
  const { whereby } = createFakeApi();
  const authorize = () => ({ role: 'host', may: ['create'] }) as const;
  const request = new Request('https://app.example/meetings', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  return (await createRoomsHandler({ whereby, authorize, ...options })(request)).status;
}

async function deleteMeeting(onDelete: () => Promise<void>) {
  const meeting = {
    meetingId: '1',
    roomName: '/old-1',
    roomUrl: 'https://acme.whereby.com/old-1',
    startDate: '2020-01-01',
    endDate: '2020-01-02',
  };
  const rateLimit = { limit: 100, remaining: 100, reset: undefined };
  const whereby = {
    meetings: {
      list: () => ({
        async *pages() {
          yield { results: [meeting], cursor: null, rateLimit };
        },
      }),
      delete: async () => ({ rateLimit }),
    },
  };
  const options = { whereby: whereby as never, prefix: 'old-', before: new Date('2021-01-01'), onDelete };
  return (await deleteStaleMeetings(options)).deleted.length;
}

/** Every function of an app that the server package calls, and what the package returns although it fails. */
const callbacks: Readonly<Record<string, readonly [expected: number, call: (callback: Callback) => Promise<number>]>> =
  {
    on: [500, (callback) => sendWebhook({ on: { 'room.session.started': callback } })],
    onAny: [500, (onAny) => sendWebhook({ onAny })],
    onUnknown: [500, (onUnknown) => sendWebhook({ onUnknown }, 'of.a.newer.type')],
    'onError of webhooks': [401, (onError) => sendWebhook({ onError }, undefined, 't=1,v1=00')],
    waitUntil: [
      503,
      (waitUntil) => sendWebhook({ waitUntil, answerWithin: 1, onAny: () => new Promise(() => undefined) }),
    ],
    authorize: [500, (authorize) => createMeeting({ authorize })],
    meeting: [500, (meeting) => createMeeting({ meeting })],
    'choose.prefix': [500, (prefix) => createMeeting({ choose: { prefix: prefix as () => never } }, { prefix: 'a-' })],
    'keys.find': [500, (find) => createMeeting({ keys: { ...memoryMeetingKeys(), find } }, { key: 'lesson' })],
    'keys.keep': [500, (keep) => createMeeting({ keys: { ...memoryMeetingKeys(), keep } }, { key: 'lesson' })],
    onCreated: [500, (onCreated) => createMeeting({ onCreated })],
    'onError of rooms': [
      500,
      (onError) => createMeeting({ onError, authorize: () => Promise.reject(new Error('first')) }),
    ],
    secret: [500, (read) => sendWebhook({ secret: read })],
    apiKey: [500, (apiKey) => createMeeting({ whereby: createWhereby({ apiKey }) })],
    onDelete: [1, (onDelete) => deleteMeeting(onDelete)],
  };

const failures: Readonly<Record<string, Callback>> = {
  'throws at once': () => {
    throw new Error('callback failed');
  },
  rejects: () => Promise.reject(new Error('callback failed')),
};

const unhandled: unknown[] = [];
const keepUnhandled = (error: unknown) => unhandled.push(error);

describe('a callback of the app', () => {
  beforeEach(() => {
    unhandled.length = 0;
    process.on('unhandledRejection', keepUnhandled);
  });
  afterEach(() => void process.off('unhandledRejection', keepUnhandled));

  for (const [name, [expected, call]] of Object.entries(callbacks))
    for (const [how, callback] of Object.entries(failures))
      test(`that ${how} is logged, and the process goes on: ${name}`, async () => {
        const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
        expect(await call(callback)).toBe(expected);
        await expect.poll(() => logged.mock.calls.flat().some(says('callback failed'))).toBe(true);
        expect(unhandled).toEqual([]);
        logged.mockRestore();
      });

  // A database that is away may never answer, and pages with one key wait for each other.
  for (const name of ['authorize', 'meeting', 'choose.prefix', 'keys.find', 'keys.keep', 'onCreated', 'apiKey'])
    test(`that never settles is named, and the request is answered: ${name}`, async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
      onTestFinished(() => void vi.useRealTimers());
      const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const [, call] = callbacks[name]!;
      const called = createGate();
      const answered = call(() => {
        called.open();
        return new Promise<never>(() => undefined);
      });
      await called.opened;
      await vi.advanceTimersByTimeAsync(15_000);
      expect(await answered).toBe(500);
      expect(logged.mock.calls.flat().some(says(`FUNCTION_LATE: \`${name}\` of the app`))).toBe(true);
      logged.mockRestore();
    });

  test('is in this list: every option of the server that begins with "on"', () => {
    const files = readdirSync('src/server', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const options = files.flatMap((file) =>
      [...readFileSync(`src/server/${file}`, 'utf8').matchAll(/^ {2}readonly (on\w*)\??:/gm)].map((match) => match[1]!),
    );
    expect(options.length).toBeGreaterThan(4);
    const listed = Object.keys(callbacks).map((name) => name.split(' ')[0]);
    for (const option of options) expect(listed).toContain(option);
  });
});

const says = (text: string) => (error: unknown) => {
  for (let each = error; each instanceof Error; each = each.cause) if (each.message.includes(text)) return true;
  return false;
};
