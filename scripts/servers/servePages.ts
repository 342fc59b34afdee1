import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback } from './listenOnLoopback.js';
import type { LoopbackServer } from './listenOnLoopback.js';

export interface Page {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The page's script is held back until this is over. */
  readonly scriptAfter?: Promise<unknown>;
}

export interface Pages extends LoopbackServer {
  /** Serves a page at `/<name>`, with the script at its end. */
  set(name: string, page: Page): void;
}

/**
 * Serves pages over plain http on loopback, each with the same script and the headers it asks for.
 * @param respond the app's own backend: responds to a request and returns true, or leaves it to the pages
 */
export async function servePages(
  script: string,
  respond: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<Pages> {
  const pages = new Map<string, Page>();
  const server = createServer((request, response) => {
    if (respond(request, response)) return;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/script.js') {
      const sendScript = () => void response.setHeader('content-type', 'text/javascript').end(script);
      void Promise.resolve(pages.get(searchParams.get('of') ?? '')?.scriptAfter).then(sendScript, sendScript);
      return;
    }
    const name = pathname.slice(1);
    const page = pages.get(name);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    for (const [header, value] of Object.entries(page?.headers ?? {})) response.setHeader(header, value);
    response.statusCode = page ? 200 : 404;
    response.end(
      page &&
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${pathname}</title></head><body>${page.html}<script type="module" src="/script.js?of=${name}"></script></body></html>`,
    );
  });
  return { ...(await listenOnLoopback(server)), set: (name, page) => void pages.set(name, page) };
}
