import { createServer, get } from 'node:http';
import { listenOnLoopback } from '../../scripts/servers/listenOnLoopback.js';

/**
 * Keeps work of a project's set-up from holding up the other projects: it goes on in Vitest's own process, and serves
 * its result, as JSON, to whoever waits for it.
 * @returns the address for `readBackgroundResult`.
 */
export async function serveBackgroundResult(work: Promise<unknown>): Promise<{ url: string; close(): Promise<void> }> {
  const result = work.then(
    (value) => [200, JSON.stringify(value)] as const,
    (error: unknown) => [500, error instanceof Error ? error.message : String(error)] as const,
  );
  const { origin, close } = await listenOnLoopback(
    createServer((_, response) => void result.then(([status, text]) => response.writeHead(status).end(text))),
  );
  return { url: origin, close };
}

/**
 * Waits for the result of work that was started in the background.
 * @throws Error with what the work failed with.
 */
export const readBackgroundResult = <Result>(url: string): Promise<Result> =>
  new Promise((resolve, reject) => {
    // Not fetch, which waits five minutes for an answer at most.
    get(url, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        response.statusCode === 200 ? resolve(JSON.parse(text) as Result) : reject(new Error(text)),
      );
    }).on('error', reject);
  });
