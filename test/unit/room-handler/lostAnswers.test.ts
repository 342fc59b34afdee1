import { describe, expect, test } from 'vitest';
import { createRoomsHandler } from 'react-whereby-embed/server';
import { createFakeApi } from '../../support/createFakeApi.js';
import { createGate } from '../../support/createGate.js';
import { memoryMeetingKeys } from '../../../src/server/room-handler/memoryMeetingKeys.js';
import { createTestHandler, person } from './support/createTestHandler.js';

const lostAnswers: [string, () => Response | Error][] = [
  ['is a broken connection', () => new TypeError('other side closed')],
  ['is a 500', () => new Response('', { status: 500 })],
  ['is the 502 of a proxy', () => new Response('<html>', { status: 502 })],
  ['is a 504', () => new Response('', { status: 504 })],
  ['is HTML', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ['is half of its JSON', () => new Response('{"meetingId":"1"')],
  ['lacks fields', () => Response.json({ meetingId: '1' }, { status: 201 })],
];

const countPosts = ({ calls }: ReturnType<typeof createFakeApi>) =>
  calls.filter(({ method }) => method === 'POST').length;

describe.each(lostAnswers)("a creation of which the API's answer %s", (_, lost) => {
  test.each<[string, object]>([
    ['with a key', { key: 'lesson-42' }],
    ['without a key', {}],
  ])('%s gives the meeting that was made', async (_how, body) => {
    const { create, api } = createTestHandler();
    api.lost.push(lost());
    expect(await create(body)).toMatchObject({ status: 200, body: { meetingId: '1', role: 'host' } });
    expect([api.meetings.size, countPosts(api)]).toEqual([1, 1]);
  });

  test('is reported once on the server', async () => {
    const { create, api, errors } = createTestHandler();
    api.lost.push(lost());
    await create();
    expect(errors).toHaveLength(1);
  });
});

describe('a creation that is unsure, and looking for it fails', () => {
  const failTwice = (api: ReturnType<typeof createFakeApi>) =>
    api.lost.push(new TypeError('lost'), new Response('', { status: 503 }));

  test('is refused with a code that no page repeats, if it has no key', async () => {
    const { create, api } = createTestHandler();
    failTwice(api);
    const answer = await create();
    expect(answer).toMatchObject({ status: 409, code: 'CREATION_UNSURE' });
    expect(answer.headers.get('retry-after')).toBeNull();
    expect(countPosts(api)).toBe(1);
  });

  test('is looked for again by the next request for its key, and not repeated', async () => {
    const { create, api } = createTestHandler();
    failTwice(api);
    expect(await create({ key: 'a' })).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
    api.lost.push(new Response('', { status: 503 }));
    expect((await create({ key: 'a' })).code).toBe('SERVICE_UNAVAILABLE');
    expect(await create({ key: 'a' })).toMatchObject({ status: 200, body: { meetingId: '1' } });
    expect([api.meetings.size, countPosts(api)]).toEqual([1, 1]);
  });

  test('is found by another process with the same keys', async () => {
    const keys = memoryMeetingKeys();
    const first = createTestHandler({ keys });
    failTwice(first.api);
    const other = createTestHandler({ keys }, first.api);
    expect((await first.create({ key: 'a' })).code).toBe('SERVICE_UNAVAILABLE');
    expect(await other.create({ key: 'a' })).toMatchObject({ status: 200, body: { meetingId: '1' } });
    expect(first.api.meetings.size).toBe(1);
  });

  test('in several processes leaves one meeting when another process had its answer', async () => {
    const keys = memoryMeetingKeys();
    const first = createTestHandler({ keys, meeting: { roomNamePrefix: 'lesson-' } });
    const { api } = first;
    const others = [1, 2].map(() => createTestHandler({ keys, meeting: { roomNamePrefix: 'lesson-' } }, api));
    const all = [first, ...others];
    const gate = createGate();
    api.gate = gate.opened;
    // The creations of two are lost, and so is what they then look for.
    api.lost.push(new TypeError('lost'), new TypeError('lost'), undefined);
    api.lost.push(new Response('', { status: 503 }), new Response('', { status: 503 }));
    const answers = all.map(({ create }) => create({ key: 'a' }));
    await expect.poll(() => countPosts(api)).toBe(3);
    gate.open();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(api.meetings.size).toBe(3);

    for (const { create } of all)
      expect(await create({ key: 'a' })).toMatchObject({ status: 200, body: { meetingId: '3' } });
    expect([...api.meetings.keys()]).toEqual(['3']);
    const calls = api.calls.length;
    await first.create({ key: 'a' });
    // Nothing is left to look for.
    expect(api.calls.slice(calls)).toMatchObject([{ method: 'GET', path: '/v1/meetings/3' }]);
  });

  test("is nobody else's: another key makes a meeting of its own", async () => {
    const { create, api } = createTestHandler();
    failTwice(api);
    await create({ key: 'a' });
    expect(await create({ key: 'b' })).toMatchObject({ status: 200, body: { meetingId: '2' } });
    expect(await create({ key: 'a' })).toMatchObject({ status: 200, body: { meetingId: '1' } });
  });
});

test('a creation that did not reach the API is made by the next request', async () => {
  const { create, api } = createTestHandler();
  api.instead.push(new TypeError('other side closed'));
  expect((await create({ key: 'a' })).code).toBe('SERVICE_UNAVAILABLE');
  expect((await create({ key: 'a' })).status).toBe(200);
  expect(api.meetings.size).toBe(1);
});

test('of a creation that arrived late and its repetition one meeting is left', async () => {
  const { create, api } = createTestHandler();
  api.instead.push(new TypeError('other side closed'));
  expect((await create({ key: 'a' })).code).toBe('SERVICE_UNAVAILABLE');
  const { roomNamePrefix, endDate } = api.calls[0]!.body as { roomNamePrefix: string; endDate: string };
  const late = {
    meetingId: 'late',
    roomName: `/${roomNamePrefix}x`,
    roomUrl: `https://acme.whereby.com/${roomNamePrefix}x`,
  };
  // It arrives after the second look, while the second attempt is under way.
  api.gate = new Promise<void>((resolve) => {
    setImmediate(() => {
      api.meetings.set('late', { ...late, startDate: new Date(0).toISOString(), endDate });
      resolve();
    });
  });
  const made = await create({ key: 'a' });
  expect(made).toMatchObject({ status: 200, body: { meetingId: 'late' } });
  expect([...api.meetings.keys()]).toEqual(['late']);
});

test('`onCreated` runs for a meeting that was found', async () => {
  const created: string[] = [];
  const { create, api } = createTestHandler({ onCreated: ({ meetingId }) => void created.push(meetingId) });
  api.lost.push(new TypeError('lost'));
  await create({ key: 'a' });
  await create({ key: 'a' });
  expect(created).toEqual(['1']);
});

describe('the name of a room', () => {
  test("has a mark after the app's prefix, another one each time", async () => {
    const { create, api } = createTestHandler({ meeting: { roomNamePrefix: 'lesson-' } });
    await create();
    await create();
    const prefixes = api.calls.map(({ body }) => body['roomNamePrefix']);
    expect(prefixes).toEqual([expect.stringMatching(/^lesson-[a-z\d]{12}-$/), expect.stringMatching(/^lesson-/)]);
    expect(new Set(prefixes).size).toBe(2);
  });

  test.each([
    ['short names', { roomNamePrefix: 'lesson-', roomNamePattern: 'human-short' }],
    ['a prefix that leaves no space', { roomNamePrefix: 'a-prefix-of-thirty-characters-' }],
  ] as const)('is as the app wants it with %s, where a lost answer ends as unsure', async (_, meeting) => {
    const { create, api } = createTestHandler({ meeting });
    await create();
    expect(api.calls[0]!.body).toMatchObject(meeting);
    api.lost.push(new TypeError('lost'));
    expect((await create({ key: 'a' })).code).toBe('CREATION_UNSURE');
  });
});

test('a client without `list` leaves a lost answer unsure', async () => {
  const api = createFakeApi();
  const { create, get } = api.whereby.meetings;
  const handler = createRoomsHandler({
    whereby: { meetings: { create, get, delete: async () => undefined } },
    authorize: () => person,
    onError: () => undefined,
  });
  api.lost.push(new TypeError('lost'));
  const response = await handler(new Request('https://app.test/meetings', { method: 'POST' }));
  expect(await response.json()).toMatchObject({ error: { code: 'CREATION_UNSURE' } });
});
