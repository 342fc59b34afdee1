import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import type { Browser } from 'playwright';
import { createWhereby } from 'react-whereby-embed/server';
import type { RoomsHandler } from 'react-whereby-embed/server';
import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox } from 'react-whereby-embed/sandbox';
import { afterAll, afterEach, beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest';
import { createApp } from '../../../examples/express/createApp.js';
import { createLessonsHandler } from '../../../examples/per-participant/lessons.js';
import { createWaitingRoom } from '../../../examples/waiting-room/createWaitingRoom.js';
import { bundlePage } from '../../../scripts/build/bundlePage.js';
import { listenOnLoopback } from '../../../scripts/servers/listenOnLoopback.js';
import { collectProblems } from '../support/collectProblems.js';
import { openSharedChromium } from '../support/openBrowser.js';
import { withoutUnknownFeatures } from '../support/withoutUnknownFeatures.js';

let sandbox: Sandbox;
let browser: Browser;
let script: string;

beforeAll(async () => {
  script = await bundlePage(fileURLToPath(new URL('../pages/recipes.tsx', import.meta.url)));
  sandbox = await startSandbox({ roomPage: inject('roomPage') });
  browser = await openSharedChromium();
});
afterEach(() => {
  sandbox.reset();
  vi.unstubAllEnvs();
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
});

const whereby = () => createWhereby({ apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl });
const nameIn = (request: Request) => /(?:^|; )name=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];

/** A server with a recipe's handler where the hooks look for it, and its page everywhere else. */
async function serve(backend: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/')) backend(request, response);
    else if (request.url === '/script.js') response.setHeader('content-type', 'text/javascript').end(script);
    else
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(
          '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>App</title><link rel="icon" href="data:,"></head><body style="margin:0"><script type="module" src="/script.js"></script></body></html>',
        );
  });
  const { origin, close } = await listenOnLoopback(server);
  onTestFinished(close);
  return origin;
}

const web = (handler: RoomsHandler): RequestListener => {
  const listener = getRequestListener(handler, { overrideGlobalObjects: false });
  return (request, response) => void listener(request, response);
};

/** Opens a page as somebody, in a browser profile of their own. Nothing it receives may hold the key. */
async function open(address: string, name: string) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  onTestFinished(() => context.close());
  await context.addCookies([{ name: 'name', value: name, url: new URL(address).origin }]);
  const page = await context.newPage();
  const problems = collectProblems(page);
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/')) bodies.push(response.text().catch(() => ''));
  });
  await page.goto(address);
  const room = page.frameLocator('iframe');
  return {
    page,
    room,
    /** Whose address it frames. */
    framed: async () => new URL((await page.locator('iframe').getAttribute('src'))!),
    enter: async (button: RegExp, { hasDevices = true } = {}) => {
      if (hasDevices) await room.getByRole('button', { name: 'Join without them' }).click();
      const field = room.getByRole('textbox');
      if (!(await field.inputValue())) await field.fill(name);
      await room.getByRole('button', { name: button }).first().click();
    },
    done: async () => {
      for (const body of await Promise.all(bodies)) expect(body).not.toContain(sandbox.apiKey);
      expect(await withoutUnknownFeatures(page, problems)).toEqual([]);
    },
  };
}

const create = async (origin: string, name: string, body: object = {}) => {
  const response = await fetch(`${origin}/api/whereby/meetings`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', cookie: `name=${name}` },
  });
  return ((await response.json()) as { meetingId: string }).meetingId;
};

/** Waits until somebody of that name is in a room. */
const inside = (name: string) =>
  expect
    .poll(() =>
      Object.values(sandbox.world.snapshot().stays)
        .filter(({ leftAt }) => leftAt === null)
        .map(({ self }) => self.displayName),
    )
    .toContain(name);

test('Next.js: the page of a meeting frames the room URL of its visitor', async () => {
  vi.stubEnv('WHEREBY_API_KEY', sandbox.apiKey);
  vi.stubEnv('WHEREBY_API_URL', sandbox.apiUrl);
  vi.resetModules();
  const { rooms } = await import('../../../examples/next/lib/rooms.js');
  const origin = await serve(web(rooms));
  const meetingId = await create(origin, 'moderator');
  const host = await open(`${origin}/next/${meetingId}`, 'moderator');
  await host.enter(/join/i);
  await inside('moderator');
  const guest = await open(`${origin}/next/${meetingId}`, 'bob');
  await guest.enter(/join/i);
  await inside('bob');
  expect((await host.framed()).searchParams.has('roomKey')).toBe(true);
  expect((await guest.framed()).searchParams.has('roomKey')).toBe(false);
  await host.done();
  await guest.done();
});

test('Express: the page lets staff start a consultation', async () => {
  const app = createApp(whereby(), (cookie) => {
    const name = /(?:^|; )name=(\w+)/.exec(cookie)?.[1];
    return name ? { id: name, name, clinic: 'north', staff: name === 'staff' } : undefined;
  });
  const origin = await serve(app as unknown as RequestListener);
  const staff = await open(`${origin}/express`, 'staff');
  await staff.page.getByRole('button', { name: 'Start a consultation' }).click();
  await staff.enter(/join/i);
  await inside('staff');
  expect((await staff.framed()).pathname).toMatch(/^\/consultation-/);
  await staff.done();

  const client = await open(`${origin}/express`, 'carol');
  await client.page.getByRole('button', { name: 'Start a consultation' }).click();
  await client.page.getByRole('alert').waitFor();
  expect(await client.page.locator('iframe').count()).toBe(0);
});

test('a lesson: teacher, student and observer open the same page and meet in one room', async () => {
  const enrolled = { tina: 'teacher', sam: 'student', olga: 'observer' } as const;
  const handler = createLessonsHandler({
    whereby: whereby(),
    meetings: new Map(),
    findEnrolled: async (request) => {
      const name = nameIn(request) as keyof typeof enrolled;
      return { userId: name, name, as: enrolled[name], language: 'en' };
    },
  });
  const origin = await serve(web(handler));
  // Not the one who starts it.
  const early = await open(`${origin}/lesson/algebra`, 'olga');
  await early.page.getByRole('alert').waitFor();

  const rooms = new Set<string>();
  const keys = new Set<string | null>();
  for (const name of ['sam', 'tina', 'olga']) {
    const person = await open(`${origin}/lesson/algebra`, name);
    // Viewers have no camera to be asked for.
    await person.enter(/join/i, { hasDevices: name !== 'olga' });
    await inside(name);
    const { pathname, searchParams } = await person.framed();
    rooms.add(pathname);
    keys.add(searchParams.get('roomKey'));
    await person.done();
  }
  expect([rooms.size, keys.size]).toEqual([1, 3]);
});

test('a waiting room: the patient knocks, the page shows it, and the doctor lets them in', async () => {
  const handler = createWaitingRoom(whereby(), (request) => {
    const name = nameIn(request);
    return name === undefined ? undefined : { isDoctor: name === 'doctor', surgery: 'north' };
  });
  const origin = await serve(web(handler));
  const meetingId = await create(origin, 'doctor');
  const doctor = await open(`${origin}/waiting/${meetingId}`, 'doctor');
  await doctor.enter(/join/i);
  await inside('doctor');

  const patient = await open(`${origin}/waiting/${meetingId}`, 'patient');
  const says = () => patient.page.getByRole('status').first().textContent();
  await expect.poll(says).toContain('Knock');
  await patient.enter(/knock/i);
  await expect.poll(says).toBe('The doctor knows that you are here.');
  await doctor.room.getByRole('button', { name: /let in|admit|accept/i }).click();
  await inside('patient');
  await expect.poll(says).toBe('');
  await patient.done();
  await doctor.done();
});
