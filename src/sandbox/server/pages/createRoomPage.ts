import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MiddlewareHandler } from 'hono';
import type { ViteDevServer } from 'vite';
import { readPageFile } from './readPageFile.js';

/** Where the files of the room page are: not a possible room name. The page's own URLs are relative to it. */
export const PAGE_PATH = '/_room/';

/** Tells the page where its files are, and that a server runs its rooms. */
const addBase = (html: string) =>
  html.replace(
    /<head[^>]*>/,
    (head) => `${head}<base href="${PAGE_PATH}"><meta name="sandbox-rooms" content="/rooms/socket">`,
  );

/** Finds a folder with an index.html next to this file or next to a folder above it. */
function findFolder(name: string): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, name);
    if (existsSync(join(candidate, 'index.html'))) return candidate;
    if (folder === dirname(folder)) return undefined;
  }
}

export interface RoomPage {
  /** The document at every room URL. */
  html(): Promise<string>;
  /** Serves the page's files. Undefined if Vite does that. */
  readonly files?: MiddlewareHandler;
  /** In development Vite serves the page's sources, before anything else. */
  readonly middleware?: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  close(): Promise<void>;
}

/** The page from a folder that it was built into. */
const createBuiltPage = (folder: string): RoomPage => ({
  html: async () => addBase(await readFile(join(folder, 'index.html'), 'utf8')),
  files: async (c, next) =>
    (await readPageFile(folder, c.req.path.slice(PAGE_PATH.length), c.req.header('accept-encoding'))) ?? next(),
  close: () => Promise.resolve(),
});

/** The page from its sources, for the development and the tests of this project. Vite starts with the first request for a room. */
function createSourcePage(folder: string, server: Server): RoomPage {
  let started: Promise<ViteDevServer> | undefined;
  const startVite = () =>
    (started ??= import('vite').then(({ createServer }) =>
      createServer({
        root: folder,
        base: PAGE_PATH,
        appType: 'custom',
        clearScreen: false,
        logLevel: 'error',
        server: { middlewareMode: true, hmr: { server } },
      }),
    ));
  return {
    async html() {
      const vite = await startVite();
      // Its scripts are relative to the page's own folder, whatever the room's URL is.
      return addBase(await vite.transformIndexHtml('/', await readFile(join(folder, 'index.html'), 'utf8')));
    },
    middleware(request, response, next) {
      if (!request.url?.startsWith(PAGE_PATH)) return next();
      startVite().then((vite) => vite.middlewares(request, response, next), next);
    },
    close: async () => (await started)?.close(),
  };
}

/** What is shown instead if the page was not built. */
const missingPage: RoomPage = {
  html: () =>
    Promise.resolve(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Sandbox</title>
<h1>Sandbox</h1><p>The room page is not built. Run <code>npm run build:sandbox</code>.</p></html>`),
  close: () => Promise.resolve(),
};

/** Finds the page: in the given folder, next to the built sandbox, or in this project: built if possible, else from its sources. */
export function createRoomPage(folder: string | undefined, server: Server): RoomPage {
  if (folder) return createBuiltPage(resolve(folder));
  const found = findFolder('room');
  const isSource = found !== undefined && existsSync(join(found, 'vite.config.ts'));
  const built = isSource ? findFolder('dist/sandbox/room') : found;
  if (built) return createBuiltPage(built);
  return found ? createSourcePage(found, server) : missingPage;
}
