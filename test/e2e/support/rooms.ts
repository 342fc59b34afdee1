import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

export interface Rooms {
  readonly port: number;
  /** How often a room's document was requested, and when first (milliseconds, as `Date.now`). */
  requests(path: string): { count: number; first: number };
  close(): Promise<void>;
}

/**
 * `https://*.whereby.com` on this machine, for a browser whose resolver is led here: any path is an echo room, answered
 * with the headers given.
 */
export async function serveEchoRooms(port = 0, headers: Readonly<Record<string, string>> = {}): Promise<Rooms> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '*.whereby.com' }]);
  const times = new Map<string, number[]>();
  const page = await readFile(new URL('../../browser/rooms/echo.html', import.meta.url));
  const server = createServer({ key, cert }, (request, response) => {
    const url = new URL(request.url ?? '/', 'https://acme.whereby.com');
    response.setHeader('access-control-allow-origin', '*');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (url.pathname === '/__requests') {
      response.end(String(times.get(url.searchParams.get('of') ?? '')?.length ?? 0));
      return;
    }
    times.set(url.pathname, [...(times.get(url.pathname) ?? []), Date.now()]);
    response.setHeader('content-type', 'text/html').end(page);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests(path) {
      const all = times.get(path) ?? [];
      return { count: all.length, first: all[0] ?? NaN };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
