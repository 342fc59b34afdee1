import { existsSync } from 'node:fs';
import { createServer, request as sendRequest } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox } from 'react-whereby-embed/sandbox';
import { createServer as createVite } from 'vite';
import { SchoolError } from '../operations/SchoolError.js';
import { createLink } from '../people/session.js';
import { readOptions } from '../readOptions.js';
import { seed } from '../seed.js';
import { startSchool } from '../startSchool.js';
import type { RunningSchool, SchoolOptions } from '../startSchool.js';
import { buildRoomPage } from './buildRoomPage.js';
import { startBackend } from './startBackend.js';
import { startPostgres } from './startPostgres.js';

export interface DemoOptions {
  readonly port: number;
  /** Whether two backend processes share one PostgreSQL. */
  readonly isTwo: boolean;
}

/** The whole school, running. */
export interface RunningDemo {
  readonly url: string;
  /** Undefined if it runs against the real service. */
  readonly sandbox: Sandbox | undefined;
  readonly school: RunningSchool;
  /** The ports of the backend processes behind it. */
  readonly backends: readonly number[];
  readonly stop: () => Promise<void>;
}

const web = fileURLToPath(new URL('../../web', import.meta.url));
const isBackend = /^\/(api|webhooks|enter|leave|health|ready)(\/|\?|$)/;

/**
 * Everything on one port: pages from Vite, and one or two backends behind them. Without a key the sandbox stands in for the
 * service.
 */
export async function startDemo({ port, isTwo }: DemoOptions): Promise<RunningDemo> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    return { ...(await start()), stop };
  } catch (error) {
    await stop();
    throw error;
  }

  async function start(): Promise<Omit<RunningDemo, 'stop'>> {
    const front = createServer();
    await listen(front, port);
    stops.push(async () => {
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
    });
    const address = front.address();
    const url = `http://localhost:${typeof address === 'object' && address ? address.port : port}`;

    const fromEnvironment = readOptions();
    const sandbox = fromEnvironment.readKey() ? undefined : await startService(url);
    if (sandbox) stops.push(() => sandbox.close());
    let options: SchoolOptions = sandbox
      ? {
          ...fromEnvironment,
          // A new sandbox knows nothing of rooms that were made before.
          dataFolder: undefined,
          readKey: () => sandbox.apiKey,
          readWebhookSecret: () => sandbox.webhookSecret,
          apiUrl: sandbox.apiUrl,
          now: () => sandbox.clock.now(),
        }
      : fromEnvironment;
    if (isTwo && !options.databaseUrl) {
      const postgres = await startPostgres();
      stops.push(postgres.stop);
      options = { ...options, databaseUrl: postgres.url };
    }

    const school = await startSchool(options);
    stops.push(() => school.stop());
    const backends = [await school.listen(0)];
    if (isTwo) {
      const second = await startBackend(options);
      stops.push(second.stop);
      backends.push(second.port);
    }
    if (sandbox) await seed(school.school);

    const vite = existsSync(web)
      ? await createVite({
          configFile: false,
          root: web,
          logLevel: 'warn',
          resolve: { tsconfigPaths: true },
          plugins: [react()],
          server: {
            middlewareMode: true,
            hmr: { server: front },
            fs: { allow: [fileURLToPath(new URL('../../../..', import.meta.url))] },
          },
        })
      : undefined;
    if (vite) stops.push(() => vite.close());

    let turn = 0;
    front.on('request', (request, response) => {
      if (isBackend.test(request.url ?? '')) forward(request, response, backends[turn++ % backends.length]!);
      else if (vite) vite.middlewares(request, response);
      else response.writeHead(404).end('The pages are not built.');
    });

    console.log(`\n  The school  ${url}`);
    const people = await school.school.database
      .selectFrom('people')
      .selectAll()
      .orderBy('role')
      .orderBy('name')
      .execute();
    for (const { id, name, role } of people)
      console.log(`  ${role.padEnd(10)}${url}${await createLink(school.school, id)}  ${name}`);
    if (sandbox) console.log(`  sandbox     ${sandbox.url}`);
    console.log(
      '\n  Each link belongs to the first browser that opens it: use private windows or other browsers for more people.\n',
    );
    return { url, sandbox, school, backends };
  }
}

async function startService(url: string): Promise<Sandbox> {
  await buildRoomPage();
  return startSandbox({ port: 0, webhooks: [`${url}/webhooks/whereby`] });
}

const listen = (server: ReturnType<typeof createServer>, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new SchoolError(
              `Port ${port} is in use. End what uses it, or choose another one: npm run school -- --port 4181.`,
            )
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', () => resolve());
  });

/** Passes a request on, as it is. */
function forward(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url, headers } = request;
  const onward = sendRequest({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode!, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}
