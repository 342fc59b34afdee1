import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright';
import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox } from 'react-whereby-embed/sandbox';
import { build } from 'vite';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.js';
import { problemsOf } from '../support/problemsOf.js';

/** Straight into the room, under a name. */
export const straightIn = (name: string, more = '') =>
  `displayName=${encodeURIComponent(name)}&skipMediaPermissionPrompt&precallReview=off${more && `&${more}`}`;

export const hostKey = 'roomKey=sandbox-host';

/** The room page as built now, in a folder of its own. */
export async function buildRoomPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-room-'));
  await build({
    configFile: fileURLToPath(new URL('../../../src/sandbox/room/vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir: folder },
  });
  return folder;
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** An app's server: `/embed?<room address>` frames a room and keeps what it says; `/static/room/` is the page as plain files. */
export async function serveApp(folder: string) {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/embed') {
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><html lang="en"><head><title>App</title><link rel="icon" href="data:,"></head><body style="margin:0">
        <script>window.heard = []; addEventListener('message', (event) => heard.push({ origin: event.origin, data: event.data }))</script>
        <iframe title="room" style="border:0;width:100%;height:100vh" allow="camera; microphone" src="${decodeURIComponent(search.slice(1)).replaceAll('"', '%22')}"></iframe></body></html>`);
      return;
    }
    const path = pathname.replace(/^\/static\/room\//, '') || 'index.html';
    readFile(join(folder, path)).then(
      (bytes) => response.setHeader('content-type', types[extname(path)] ?? 'text/plain').end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    embed: (room: string) => `${origin}/embed?${encodeURIComponent(room)}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export interface Stage {
  readonly sandbox: Sandbox;
  readonly app: Awaited<ReturnType<typeof serveApp>>;
  readonly browser: Browser;
  /** Opens a page in a browser profile of its own, as another person would. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
  /** What any page's console complained of. */
  readonly complaints: string[];
  /** Closes every page, keeping browser and sandbox. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const folder = await buildRoomPage();
  const sandbox = await startSandbox({ port: 0, roomPage: folder, rules: { openRooms: true, startMs: 50 } });
  const app = await serveApp(folder);
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArgs });
  const complaints: string[] = [];
  const contexts = new Set<BrowserContext>();
  return {
    sandbox,
    app,
    browser,
    complaints,
    async open(address, options) {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      contexts.add(context);
      const page = await context.newPage();
      problemsOf(page, complaints);
      await page.goto(address);
      return page;
    },
    async clear() {
      complaints.length = 0;
      for (const context of contexts) await context.close();
      contexts.clear();
      sandbox.reset();
    },
    async close() {
      await browser.close();
      await app.close();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface Heard {
  readonly origin: string;
  readonly data: { readonly type?: string; readonly payload?: unknown };
}

/** What the app's page has heard from its room so far. */
export const heard = (page: Page): Promise<Heard[]> =>
  page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);

export const roomFrame = (page: Page): Frame => {
  const frame = page.frames()[1];
  if (!frame) throw new Error('the page frames no room');
  return frame;
};

/** Posts to the room as the embedding page does. */
export const post = (page: Page, message: unknown): Promise<void> =>
  page.evaluate((data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'), message);
