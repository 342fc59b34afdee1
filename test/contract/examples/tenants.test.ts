import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWhereby } from 'react-whereby-embed/server';
import type { Whereby } from 'react-whereby-embed/server';
import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox } from 'react-whereby-embed/sandbox';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createDemoBackend } from '../../../examples/demo-server/createDemoBackend.js';
import { createApp } from '../../../examples/express/createApp.js';
import { createLessonsHandler } from '../../../examples/per-participant/lessons.js';
import { createWaitingRoom } from '../../../examples/waiting-room/createWaitingRoom.js';

type Handler = (request: Request) => Response | Promise<Response>;

/** Two tenants of one app: each has someone who creates, and someone who only enters. */
const users = {
  'red-host': { tenant: 'red', hosts: true },
  'red-guest': { tenant: 'red', hosts: false },
  'blue-host': { tenant: 'blue', hosts: true },
  'blue-guest': { tenant: 'blue', hosts: false },
} as const;
type UserName = keyof typeof users;

const readUser = (request: Request) => {
  const name = request.headers.get('x-user') as UserName | null;
  return name === null ? undefined : { name, ...users[name] };
};

let sandbox: Sandbox;
let whereby: Whereby;
beforeAll(async () => {
  sandbox = await startSandbox();
  whereby = createWhereby({ apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl });
  vi.stubEnv('WHEREBY_API_KEY', sandbox.apiKey);
  vi.stubEnv('WHEREBY_API_URL', sandbox.apiUrl);
  const findUser = async (request: Request) => {
    const user = readUser(request);
    return user && { id: user.name, name: user.name, school: user.tenant, teaches: user.hosts };
  };
  // Other files of tests may have loaded the samples with the function they come with.
  vi.resetModules();
  vi.doMock('../../../docs/samples/backend/findUser.js', () => ({ findUser }));
  // The samples declare these as the app's own.
  vi.stubGlobal('findUser', findUser);
  vi.stubGlobal('findPerson', async (request: Request) => {
    const user = await findUser(request);
    return user ? { tenant: user.school, role: 'host', may: user.teaches ? ['create', 'enter'] : ['enter'] } : null;
  });
  const lessons = new Map<string, string>();
  vi.stubGlobal('isInvited', async (id: string, lesson: string) => lesson.startsWith(id.split('-')[0]!));
  vi.stubGlobal('storeLesson', async (meetingId: string, lesson: string) => void lessons.set(meetingId, lesson));
  vi.stubGlobal('findLesson', async (meetingId: string) => lessons.get(meetingId));
  vi.stubGlobal('storeMeeting', async () => undefined);
});
afterAll(async () => {
  vi.doUnmock('../../../docs/samples/backend/findUser.js');
  vi.resetModules();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  await sandbox.close();
});

/** The room handler in the server's sample of the README, as it stands there but for its own `findUser`. */
async function importReadmeSample(): Promise<Handler> {
  const [, code] = /^```js\n([\s\S]*?createRoomsHandler\(\{[\s\S]*?)^```/m.exec(readFileSync('README.md', 'utf8'))!;
  const [handler] = /createRoomsHandler\(\{[\s\S]*?^\}\)/m.exec(code!)!;
  const { createRoomsHandler, createWhereby } = await import('react-whereby-embed/server');
  return new Function('createRoomsHandler', 'createWhereby', `return ${handler}`)(
    createRoomsHandler,
    createWhereby,
  ) as Handler;
}

async function serveExpress(): Promise<Handler> {
  const app = createApp(whereby, (cookie) => {
    const user = users[cookie as UserName];
    return user && { id: cookie, name: cookie, clinic: user.tenant, staff: user.hosts };
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return async (request) =>
    fetch(`http://127.0.0.1:${port}/api/whereby${new URL(request.url).pathname}`, {
      method: request.method,
      headers: { cookie: request.headers.get('x-user') ?? '', 'content-type': 'application/json' },
      ...(request.method === 'POST' && { body: await request.text() }),
    });
}

async function openNext(): Promise<Handler> {
  const route = await import('../../../examples/next/app/api/whereby/[...path]/route.js');
  return (request) => {
    const user = readUser(request);
    const headers = new Headers(request.headers);
    if (user) headers.set('cookie', `name=${user.hosts ? 'moderator' : 'bob'}; organization=${user.tenant}`);
    return route.POST(new Request(request, { headers }));
  };
}

async function openDemo(): Promise<Handler> {
  const app = createDemoBackend({ whereby, metadataKey: 'a key of the demo, 32 bytes or so' });
  return (request) => {
    const headers = new Headers(request.headers);
    headers.set('cookie', `demo-session=${request.headers.get('x-user')}`);
    const url = new URL(request.url);
    return app.fetch(new Request(`${url.origin}/api/whereby${url.pathname}`, new Request(request, { headers })));
  };
}

const lessonNames = new Map<string, string>();
const samples: Record<string, () => Promise<Handler>> = {
  'README.md': importReadmeSample,
  'docs/samples/backend/rooms.ts': async () => (await import('../../../docs/samples/backend/rooms.js')).rooms,
  'docs/samples/backend/decisions.ts': async () => (await import('../../../docs/samples/backend/decisions.js')).rooms,
  'docs/samples/backend/ownMeetings.ts': async () =>
    (await import('../../../docs/samples/backend/ownMeetings.js')).rooms,
  'examples/express': serveExpress,
  'examples/next': openNext,
  'examples/waiting-room': async () =>
    createWaitingRoom(whereby, (request) => {
      const user = readUser(request);
      return user && { surgery: user.tenant, isDoctor: user.hosts };
    }),
  'examples/per-participant': async () =>
    createLessonsHandler({
      whereby,
      meetings: lessonNames,
      async findEnrolled(request, lesson) {
        const user = readUser(request);
        if (!user || !lesson.startsWith(user.tenant)) return undefined;
        return { userId: user.name, name: user.name, as: user.hosts ? 'teacher' : 'observer', language: 'en' };
      },
    }),
  'examples/demo-server': openDemo,
};

describe.each(Object.entries(samples))('%s', (_, open) => {
  async function play() {
    const handler = await open();
    return async (user: UserName, method: 'POST' | 'GET' | 'DELETE', path: string, body?: object) => {
      const response = await handler(
        new Request(`http://localhost:3000${path}`, {
          method,
          headers: { 'x-user': user, 'content-type': 'application/json' },
          ...(body && { body: JSON.stringify(body) }),
        }),
      );
      const text = await response.text();
      return {
        status: response.status,
        meetingId: undefined,
        ...(text && (JSON.parse(text) as { meetingId?: string })),
      };
    };
  }

  test('keeps a tenant out of the meetings of another, by key and by id', async () => {
    const ask = await play();
    const key = 'red-lesson';
    const red = await ask('red-host', 'POST', '/meetings', { key });
    expect(red).toMatchObject({ status: 200, meetingId: expect.any(String) as string });
    for (const user of ['blue-host', 'blue-guest'] as const) {
      const byKey = await ask(user, 'POST', '/meetings', { key });
      expect(byKey.meetingId).not.toBe(red.meetingId);
      expect([403, 404]).toContain((await ask(user, 'GET', `/meetings/${red.meetingId}`)).status);
      expect([403, 404]).toContain((await ask(user, 'DELETE', `/meetings/${red.meetingId}`)).status);
    }
    expect(await ask('red-host', 'GET', `/meetings/${red.meetingId}`)).toMatchObject({ meetingId: red.meetingId });
  });

  test('lets no tenant take a key before its owner', async () => {
    const ask = await play();
    const key = 'red-exam';
    const taken = await ask('blue-host', 'POST', '/meetings', { key });
    const red = await ask('red-host', 'POST', '/meetings', { key });
    expect(red.status).toBe(200);
    expect(red.meetingId).not.toBe(taken.meetingId);
    expect([403, 404]).toContain((await ask('blue-host', 'GET', `/meetings/${red.meetingId}`)).status);
  });
});
