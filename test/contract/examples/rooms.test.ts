import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWhereby, parseRoomUrl } from 'react-whereby-embed/server';
import type { RoomsHandler, Whereby } from 'react-whereby-embed/server';
import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox } from 'react-whereby-embed/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDemoBackend } from '../../../examples/demo-server/createDemoBackend.js';
import { createApp } from '../../../examples/express/createApp.js';
import { createLessonsHandler } from '../../../examples/per-participant/lessons.js';
import type { Enrolled } from '../../../examples/per-participant/lessons.js';
import { createWaitingRoom } from '../../../examples/waiting-room/createWaitingRoom.js';

let sandbox: Sandbox;
let whereby: Whereby;

beforeAll(async () => {
  sandbox = await startSandbox();
  whereby = createWhereby({ apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl, maxRetries: 0 });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

type Call = (request: Request) => Response | Promise<Response>;

interface Answer {
  readonly status: number;
  readonly url: string;
  readonly meetingId: string;
  readonly role: string;
  readonly error?: { readonly code: string };
}

async function ask(call: Call, path: string, headers: Record<string, string> = {}, body?: object): Promise<Answer> {
  const response = await call(
    new Request(`http://localhost:3000${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    }),
  );
  const text = await response.text();
  expect(text + [...response.headers].join()).not.toContain(sandbox.apiKey);
  return { status: response.status, ...(text && (JSON.parse(text) as object)) } as Answer;
}

describe('Next.js', () => {
  test('lets a moderator create and a guest enter, and renders the page of that meeting', async () => {
    vi.stubEnv('WHEREBY_API_KEY', sandbox.apiKey);
    vi.stubEnv('WHEREBY_API_URL', sandbox.apiUrl);
    const route = await import('../../../examples/next/app/api/whereby/[...path]/route.js');
    const { default: Page } = await import('../../../examples/next/app/meeting/[id]/page.js');
    const path = '/api/whereby/meetings';
    const made = await ask(route.POST, path, { cookie: 'name=moderator' }, { minutes: 30 });
    expect(made).toMatchObject({ status: 200, role: 'host' });
    const found = await ask(route.GET, `${path}/${made.meetingId}`, { cookie: 'name=bob' });
    expect(parseRoomUrl(found.url)).toMatchObject({
      hasRoomKey: false,
      params: { displayName: 'bob', externalId: 'user-bob' },
    });
    expect((await ask(route.POST, path, { cookie: 'name=bob' }, {})).status).toBe(403);
    expect((await ask(route.GET, `${path}/${made.meetingId}`)).status).toBe(401);
    const page = await Page({ params: Promise.resolve({ id: encodeURIComponent(made.meetingId) }) });
    expect(page.props).toMatchObject({ children: { props: { meetingId: made.meetingId } } });
    vi.unstubAllEnvs();
  });
});

describe('Express', () => {
  test('lets staff create consultations and clients enter them, and parses JSON on other routes', async () => {
    const server = createServer(
      createApp(whereby, (cookie) =>
        cookie ? { id: cookie, name: cookie, clinic: 'north', staff: cookie === 'staff' } : undefined,
      ),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const call: Call = async (request) =>
      fetch(origin + new URL(request.url).pathname, {
        method: request.method,
        headers: request.headers,
        ...(request.method === 'POST' && { body: await request.text() }),
      });
    const made = await ask(call, '/api/whereby/meetings', { cookie: 'staff' }, { minutes: 30 });
    expect(made).toMatchObject({ status: 200, role: 'host' });
    expect(parseRoomUrl(made.url).roomName).toMatch(/^\/consultation-/);
    expect(await ask(call, `/api/whereby/meetings/${made.meetingId}`, { cookie: 'carol' })).toMatchObject({
      role: 'visitor',
    });
    expect((await ask(call, '/api/whereby/meetings', { cookie: 'staff' }, { minutes: 600 })).error?.code).toBe(
      'INPUT_REFUSED',
    );
    expect(await ask(call, '/api/me', { cookie: 'carol' })).toMatchObject({ name: 'carol' });
    server.closeAllConnections();
    server.close();
  });
});

describe('a lesson', () => {
  const enrolled: Readonly<Record<string, Enrolled>> = {
    tina: { userId: 'tina', name: 'Tina', as: 'teacher', language: 'de' },
    sam: { userId: 'sam', name: 'Sam', as: 'student', language: 'en' },
    olga: { userId: 'olga', name: 'Olga', as: 'observer', language: 'fr' },
  };
  const meetings = new Map<string, string>();
  const makeHandler = (): RoomsHandler =>
    createLessonsHandler({
      whereby,
      meetings,
      findEnrolled: async (request, lesson) =>
        lesson === 'lesson-1' ? enrolled[request.headers.get('x-user') ?? ''] : undefined,
    });

  test('gives teacher, student and observer one meeting and three URLs, whoever comes first', async () => {
    const handler = makeHandler();
    const create = (user: string) => ask(handler, '/meetings', { 'x-user': user }, { key: 'lesson-1' });
    const [student, teacher] = await Promise.all([create('sam'), create('tina')]);
    const observer = await ask(handler, `/meetings/${teacher.meetingId}`, { 'x-user': 'olga' });
    expect([student.meetingId, observer.meetingId]).toEqual([teacher.meetingId, teacher.meetingId]);
    expect([teacher.role, student.role, observer.role]).toEqual(['host', 'visitor', 'viewer']);
    expect(parseRoomUrl(teacher.url).params).toMatchObject({ displayName: 'Tina', lang: 'de', breakout: true });
    expect(parseRoomUrl(student.url).params).toMatchObject({ displayName: 'Sam', lang: 'en', screenshare: false });
    expect(parseRoomUrl(observer.url).params).toMatchObject({ externalId: 'olga', lang: 'fr', chat: false });
    expect(new Set([teacher, student, observer].map(({ url }) => /roomKey=([^&]*)/.exec(url)?.[1])).size).toBe(3);
    expect(await whereby.meetings.list().toArray()).toHaveLength(1);
  });

  test('does not exist for anyone else, and an observer cannot start it', async () => {
    const handler = makeHandler();
    expect((await ask(handler, '/meetings', { 'x-user': 'eve' }, { key: 'lesson-1' })).status).toBe(404);
    expect((await ask(handler, '/meetings', { 'x-user': 'tina' }, { key: 'lesson-2' })).status).toBe(404);
    expect((await ask(handler, '/meetings', { 'x-user': 'tina' }, {})).status).toBe(404);
    expect((await ask(handler, '/meetings', { 'x-user': 'olga' }, { key: 'lesson-1' })).status).toBe(403);
    expect(await whereby.meetings.list().toArray()).toEqual([]);
  });
});

describe('a waiting room', () => {
  test('is locked, with the host URL for the doctor and a URL that knocks for the patient', async () => {
    const handler = createWaitingRoom(whereby, (request) => {
      const user = request.headers.get('x-user');
      return user === null ? undefined : { isDoctor: user === 'doctor', surgery: 'north' };
    });
    const made = await ask(handler, '/meetings', { 'x-user': 'doctor' }, {});
    expect(sandbox.world.findMeeting(parseRoomUrl(made.url).roomName)?.locked).toBe(true);
    const patient = await ask(handler, `/meetings/${made.meetingId}`, { 'x-user': 'patient' });
    expect(parseRoomUrl(made.url).hasRoomKey).toBe(true);
    expect(parseRoomUrl(patient.url)).toMatchObject({ hasRoomKey: false, params: { precallReview: true } });
    expect((await ask(handler, '/meetings', { 'x-user': 'patient' }, {})).status).toBe(403);
    expect((await ask(handler, '/meetings', { 'x-user': 'doctor' }, { locked: false })).error?.code).toBe(
      'INPUT_REFUSED',
    );
  });
});

describe('the demo’s backend', () => {
  async function open() {
    const app = createDemoBackend({ whereby, metadataKey: 'a key of the demo, 32 bytes or so' });
    const call: Call = (request) => app.fetch(request);
    const sessionFor = async () =>
      (await app.request('http://localhost:3000/api/session')).headers.get('set-cookie')!.split(';')[0]!;
    return { call, sessionFor, cookie: await sessionFor() };
  }

  test('makes whoever creates a meeting its host, and invites guests and viewers', async () => {
    const { call, cookie } = await open();
    const made = await ask(call, '/api/whereby/meetings', { cookie }, { minutes: 60, locked: true });
    expect(made).toMatchObject({ status: 200, role: 'host' });
    const links = (await ask(call, `/api/meetings/${made.meetingId}/invitations`, { cookie })) as unknown as Record<
      string,
      string
    >;
    for (const role of ['visitor', 'viewer']) {
      // The same browser: the cookie of the host comes along.
      const found = await ask(call, `/api/whereby/meetings/${made.meetingId}`, { cookie, 'x-invite': links[role]! });
      expect(found).toMatchObject({ role, meetingId: made.meetingId });
      expect(parseRoomUrl(found.url).params.metadata).toMatch(/\w+\.\w+\./);
    }
  });

  test('lets nobody else in or act as a host', async () => {
    const { call, sessionFor, cookie } = await open();
    const path = '/api/whereby/meetings';
    const made = await ask(call, path, { cookie }, {});
    const other = await ask(call, path, { cookie }, {});
    const { visitor } = (await ask(call, `/api/meetings/${made.meetingId}/invitations`, { cookie })) as unknown as {
      visitor: string;
    };
    const stranger = await sessionFor();
    expect((await ask(call, `/api/meetings/${made.meetingId}/invitations`, { cookie: stranger })).status).toBe(403);
    expect((await ask(call, `/api/meetings/${made.meetingId}/invitations`)).status).toBe(403);
    expect((await ask(call, `${path}/${made.meetingId}`, { cookie: stranger })).status).toBe(403);
    expect((await ask(call, `${path}/${made.meetingId}`)).status).toBe(401);
    expect((await ask(call, `${path}/${made.meetingId}`, { cookie, 'x-invite': 'guessed' })).status).toBe(403);
    expect((await ask(call, `${path}/${other.meetingId}`, { 'x-invite': visitor })).status).toBe(403);
    expect((await ask(call, path, { 'x-invite': visitor }, {})).status).toBe(403);
    expect((await ask(call, path, {}, {})).status).toBe(401);
  });
});
