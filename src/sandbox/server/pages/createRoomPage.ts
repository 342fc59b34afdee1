import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { ViteDevServer } from 'vite';

/** Where the room page's own files are, so that they are no room's name. The page's addresses are relative to it. */
export const PAGE_PATH = '/_room/';

/** Tells the page where its files are and that its rooms are here, not in the browser. */
const serve = (html: string) =>
  html.replace(
    /<head[^>]*>/,
    (head) => `${head}<base href="${PAGE_PATH}"><meta name="sandbox-rooms" content="/rooms/socket">`,
  );

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.webm': 'video/webm',
};

/** Folders above this file that may hold the page: beside the built sandbox, or in the project when run from its sources. */
function findFolder(wanted: string): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, wanted);
    if (existsSync(join(candidate, 'index.html'))) return candidate;
    if (folder === dirname(folder)) return undefined;
  }
}

export interface RoomPage {
  /** The document every room's address answers. */
  html(url: string): Promise<string>;
  /** One of its files, null where there is none of that path. */
  file(path: string): Promise<Response | null>;
  /** In development Vite answers for the page's sources, before anything else. */
  readonly middleware?: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  close(): Promise<void>;
}

const missing = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sandbox</title>
<h1>Sandbox</h1><p>The room page is not built. Run <code>npm run build:sandbox</code>.</p></html>`;

/** The page as it was built. */
function builtPage(folder: string): RoomPage {
  return {
    html: async () => serve(await readFile(join(folder, 'index.html'), 'utf8')),
    async file(path) {
      const file = resolve(folder, `.${sep}${path}`);
      if (!file.startsWith(folder + sep)) return null;
      const bytes = await readFile(file).catch(() => null);
      const type = types[extname(file)] ?? 'application/octet-stream';
      return bytes && new Response(bytes, { headers: { 'content-type': type, 'cache-control': 'no-cache' } });
    },
    close: () => Promise.resolve(),
  };
}

/** The page from its sources, as the project's own development and tests want it. Vite starts with the first room. */
function sourcePage(folder: string, server: Server): RoomPage {
  let started: Promise<ViteDevServer> | undefined;
  const start = () =>
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
    async html(url) {
      const vite = await start();
      return serve(await vite.transformIndexHtml(url, await readFile(join(folder, 'index.html'), 'utf8')));
    },
    file: () => Promise.resolve(null),
    middleware(request, response, next) {
      if (!request.url?.startsWith(PAGE_PATH)) return next();
      start().then((vite) => vite.middlewares(request, response, next), next);
    },
    close: async () => (await started)?.close(),
  };
}

/** Finds the page: beside the built sandbox; in a project with sources, as it was built last, or its sources. */
export async function createRoomPage(folder: string | undefined, server: Server): Promise<RoomPage> {
  if (folder) return builtPage(resolve(folder));
  const beside = findFolder('room');
  const isSource = beside !== undefined && existsSync(join(beside, 'vite.config.ts'));
  const built = isSource ? findFolder('dist/sandbox/room') : beside;
  if (built) return builtPage(built);
  if (beside) return sourcePage(beside, server);
  return { html: () => Promise.resolve(missing), file: () => Promise.resolve(null), close: () => Promise.resolve() };
}
