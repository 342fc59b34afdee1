import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ReceivedRequest {
  readonly at: number;
  readonly body: string;
  readonly signature: string | undefined;
}

/**
 * A receiver of webhooks, closed when the test is over.
 * @param chooseStatus gets the number of the request, from 1, and its body; null never responds
 */
export async function startReceiver(chooseStatus: (count: number, body: string) => number | null = () => 200) {
  const received: ReceivedRequest[] = [];
  const waiters: { readonly count: number; readonly resolve: () => void }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const signature = request.headers['whereby-signature'];
      received.push({ at: Date.now(), body, signature: Array.isArray(signature) ? signature[0] : signature });
      const status = chooseStatus(received.length, body);
      if (status !== null) response.writeHead(status, { location: 'http://127.0.0.1:1/elsewhere' }).end();
      for (const waiter of waiters) if (received.length >= waiter.count) waiter.resolve();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    types: () => received.map(({ body }) => (JSON.parse(body) as { type: string }).type),
    /** Resolves once so many requests have arrived. */
    until: (count: number) =>
      received.length >= count ? Promise.resolve() : new Promise<void>((resolve) => waiters.push({ count, resolve })),
  };
}
