import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { generate } from 'selfsigned';
import { listenOnLoopback } from './listenOnLoopback.js';
import type { LoopbackServer } from './listenOnLoopback.js';

export interface EchoRooms extends LoopbackServer {
  /** How often the document at a path was requested. */
  countRequests(path: string): number;
}

/**
 * `https://*.whereby.com` on this machine, for a browser whose resolver leads here (see `launchChromium`). Every path
 * is an echo room (echoRoom.html), sent with the given headers; `/forbidden` must not be framed, as if the page were not
 * among the account's allowed domains. A page reads a path's number of requests at
 * `/__requests?of=<path>`.
 */
export async function serveEchoRooms(headers: Readonly<Record<string, string>> = {}): Promise<EchoRooms> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '*.whereby.com' }]);
  const document = await readFile(new URL('echoRoom.html', import.meta.url));
  const requests = new Map<string, number>();
  const countRequests = (path: string) => requests.get(path) ?? 0;
  const server = await listenOnLoopback(
    createServer({ key, cert }, (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'https://acme.whereby.com');
      response.setHeader('access-control-allow-origin', '*');
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (pathname === '/__requests') {
        response.end(String(countRequests(searchParams.get('of') ?? '')));
        return;
      }
      requests.set(pathname, countRequests(pathname) + 1);
      if (pathname === '/forbidden') response.setHeader('content-security-policy', "frame-ancestors 'none'");
      response.setHeader('content-type', 'text/html').end(document);
    }),
  );
  return { ...server, countRequests };
}
