import { createServer, request as sendRequest } from 'node:http';
import type { ServerResponse } from 'node:http';
import { listenOnLoopback } from '../../../scripts/servers/listenOnLoopback.js';

export interface Proxy {
  readonly origin: string;
  /**
   * Lets the service do what the next such request asks for, and keeps the answer back, or all but a part of it. Resolves when
   * that has happened.
   */
  hold(path: RegExp, method: string): { readonly reached: Promise<void>; cancel(): void };
  close(): Promise<void>;
}

/** What the file of a recording is: the sandbox has a stand-in of a line. */
export const buildFile = (id: string): Buffer => Buffer.from(`${id}\n`.repeat(20_000));

/** Stands between one backend process and the service, so that a test can stop time in the middle of a request. */
export async function startProxy(target: string): Promise<Proxy> {
  let held: { readonly path: RegExp; readonly method: string; readonly reach: () => void } | undefined;
  const { host } = new URL(target);

  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const onward = sendRequest(
      // Links name the proxy, because the service takes its address from `host`.
      { host: host.split(':')[0], port: host.split(':')[1], method, path: url, headers },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const holding = held?.path.test(url) && held.method === method ? held : undefined;
          if (holding) held = undefined;
          const file = /^\/rooms\/files\/recordings\/([^?]+)/.exec(url)?.[1];
          if (file && answer.statusCode === 200) return sendFile(response, file, headers.range, holding?.reach);
          if (holding) return holding.reach();
          response.writeHead(answer.statusCode!, answer.headers);
          response.end(Buffer.concat(parts));
        });
      },
    );
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  const { origin, close } = await listenOnLoopback(server);
  return {
    origin,
    close,
    hold(path, method) {
      let reach!: () => void;
      const reached = new Promise<void>((resolve) => (reach = resolve));
      const own = { path, method, reach };
      held = own;
      return {
        reached,
        cancel() {
          if (held === own) held = undefined;
        },
      };
    },
  };
}

/** Sends a file with ranges; with `stall` only its first half. */
function sendFile(response: ServerResponse, id: string, range: string | undefined, stall?: () => void): void {
  const file = buildFile(id);
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  if (from >= file.length) {
    response.writeHead(416, { 'content-range': `bytes */${file.length}` }).end();
    return;
  }
  const rest = file.subarray(from);
  response.writeHead(range ? 206 : 200, {
    'content-type': 'video/mp4',
    'content-length': rest.length,
    ...(range && { 'content-range': `bytes ${from}-${file.length - 1}/${file.length}` }),
  });
  if (!stall) response.end(rest);
  else response.write(rest.subarray(0, rest.length / 2), () => stall());
}
