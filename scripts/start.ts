import { parseArgs } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import react from '@vitejs/plugin-react';
import { Hono } from 'hono';
import { createServer } from 'vite';
import { createAttendanceApp } from '../examples/demo-server/createAttendanceApp.js';
import { createDemoBackend } from '../examples/demo-server/createDemoBackend.js';
import { startSandbox } from '../src/sandbox/index.js';
import { readEnvironment } from '../src/server/environment/readEnvironment.js';
import { createWhereby } from '../src/server/index.js';
import { buildRoomPage } from './build/buildRoomPage.js';
import { findFreePort } from './servers/findFreePort.js';

/**
 * The demo: a page, its own server, and the sandbox instead of the service. With `WHEREBY_API_KEY` (and
 * `WHEREBY_WEBHOOK_SECRET`, for a webhook to `/api/webhooks`) it runs against the service itself. With
 * `--room <address>` the page embeds that room and needs neither.
 */
const { values } = parseArgs({
  options: {
    room: { type: 'string' },
    port: { type: 'string', default: '4173' },
    host: { type: 'string', default: '127.0.0.1' },
  },
});
const port = await findFreePort(Number(values.port));
const url = `http://${values.host === '0.0.0.0' ? 'localhost' : values.host}:${port}/`;
const apiKey = readEnvironment('WHEREBY_API_KEY');

const page = values.room ? `?${new URLSearchParams({ room: values.room })}` : '';
const backend = new Hono();
let close = async () => {};
if (!values.room) {
  await buildRoomPage();
  const sandbox = apiKey ? null : await startSandbox({ port: 0, webhooks: [`${url}api/webhooks`] });
  const whereby = createWhereby(sandbox ? { apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl } : { apiKey });
  const webhookSecret = sandbox?.webhookSecret ?? readEnvironment('WHEREBY_WEBHOOK_SECRET');
  if (webhookSecret) backend.route('/', createAttendanceApp(webhookSecret));
  backend.route('/', createDemoBackend({ whereby }));
  if (sandbox) {
    close = () => sandbox.close();
    console.log(`  sandbox  ${sandbox.url} (rooms, people, webhooks; key ${sandbox.apiKey})`);
  }
}

const server = await createServer({
  configFile: false,
  root: new URL('../examples/demo', import.meta.url).pathname,
  logLevel: 'warn',
  resolve: { tsconfigPaths: true },
  plugins: [
    react(),
    {
      name: 'backend',
      configureServer: ({ middlewares }) => {
        const listener = getRequestListener(backend.fetch, { overrideGlobalObjects: false });
        middlewares.use((request, response, next) => {
          if (request.url?.startsWith('/api/')) void listener(request, response);
          else if (page && /^\/\??$/.test(request.url ?? '')) response.writeHead(302, { location: `/${page}` }).end();
          else next();
        });
      },
    },
  ],
  server: { host: values.host, port, strictPort: true, fs: { allow: [new URL('..', import.meta.url).pathname] } },
});
await server.listen();

console.log(`\n  Open     ${url}${page}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void Promise.all([close(), server.close()]).then(() => process.exit(0));
  });
