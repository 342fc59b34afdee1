import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright';
import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox } from 'react-whereby-embed/sandbox';
import { expect, inject } from 'vitest';
import { listenOnLoopback } from '../../../scripts/servers/listenOnLoopback.js';
import { collectProblems } from './collectProblems.js';
import { openSharedChromium } from './openBrowser.js';

/** A query that leads straight into the room, under a name. */
export const buildStraightInQuery = (name: string, more = '') =>
  `displayName=${encodeURIComponent(name)}&skipMediaPermissionPrompt&precallReview=off${more && `&${more}`}`;

export const hostKey = 'roomKey=sandbox-host';

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const buildEmbeddingHtml = (
  room: string,
) => `<!doctype html><html lang="en"><head><title>App</title><link rel="icon" href="data:,"></head><body style="margin:0">
  <script>window.received = []; addEventListener('message', (event) => received.push({ origin: event.origin, data: event.data }))</script>
  <iframe title="room" style="border:0;width:100%;height:100vh" allow="camera; microphone" src="${room.replaceAll('"', '%22')}"></iframe></body></html>`;

/** An app's server: `/embed?<room URL>` frames a room and keeps its messages; `/static/room/` is the room page as plain files. */
async function serveApp(roomPage: string) {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/embed') {
      response.setHeader('content-type', 'text/html').end(buildEmbeddingHtml(decodeURIComponent(search.slice(1))));
      return;
    }
    const path = pathname.replace(/^\/static\/room\//, '') || 'index.html';
    readFile(join(roomPage, path)).then(
      (bytes) => response.setHeader('content-type', types[extname(path)] ?? 'text/plain').end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  const { origin, close } = await listenOnLoopback(server);
  return { origin, close, buildEmbedUrl: (room: string) => `${origin}/embed?${encodeURIComponent(room)}` };
}

export interface RoomStage {
  readonly sandbox: Sandbox;
  readonly app: Awaited<ReturnType<typeof serveApp>>;
  readonly browser: Browser;
  /** Opens a page in a browser profile of its own, as another person would. */
  open(url: string, options?: BrowserContextOptions): Promise<Page>;
  /** Errors and warnings of all pages. */
  readonly problems: string[];
  /** Closes every page; browser and sandbox stay. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** A sandbox with its room page, an app that embeds rooms, and a browser. */
export async function openRoomStage(): Promise<RoomStage> {
  const roomPage = inject('roomPage');
  const sandbox = await startSandbox({ port: 0, roomPage, rules: { openRooms: true, startMs: 50 } });
  const app = await serveApp(roomPage);
  const browser = await openSharedChromium();
  const problems: string[] = [];
  const contexts = new Set<BrowserContext>();
  return {
    sandbox,
    app,
    browser,
    problems,
    async open(url, options) {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      contexts.add(context);
      const page = await context.newPage();
      collectProblems(page, problems);
      await page.goto(url);
      return page;
    },
    async clear() {
      problems.length = 0;
      for (const context of contexts) await context.close();
      contexts.clear();
      sandbox.reset();
    },
    async close() {
      await browser.close();
      await app.close();
      await sandbox.close();
    },
  };
}

export interface ReceivedMessage {
  readonly origin: string;
  readonly data: { readonly type?: string; readonly payload?: unknown };
}

/** What the app's page has received from its room so far. */
export const readMessages = (page: Page): Promise<ReceivedMessage[]> =>
  page.evaluate(() => (window as unknown as { received: ReceivedMessage[] }).received);

export const readMessageTypes = async (page: Page) => (await readMessages(page)).map(({ data }) => data.type);

export const getRoomFrame = (page: Page): Frame => {
  const frame = page.frames()[1];
  if (!frame) throw new Error('The page has no room frame.');
  return frame;
};

/** Posts to the room as the embedding page does. */
export const postToRoom = (page: Page, message: unknown): Promise<void> =>
  page.evaluate((data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'), message);

/**
 * What the app's page has received once everything has arrived that the room has posted so far: a marker is posted
 * last, from the room's window.
 */
export async function readAllMessages(page: Page): Promise<ReceivedMessage[]> {
  const marker = `marker-${crypto.randomUUID()}`;
  await getRoomFrame(page).evaluate((type) => parent.postMessage({ type }, '*'), marker);
  await expect.poll(() => readMessageTypes(page)).toContain(marker);
  return (await readMessages(page)).filter(({ data }) => !data.type?.startsWith('marker-'));
}
