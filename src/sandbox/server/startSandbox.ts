import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { createServerError } from '../../errors/createServerError.js';
import { createWorld } from '../core/index.js';
import { createApi } from './api/createApi.js';
import { buildRoleAddress, buildRoomAddress } from './api/roomAddresses.js';
import type { ApiContext } from './api/ApiContext.js';
import { defaultApiBehaviour } from './ApiBehaviour.js';
import { readSnapshot } from './readSnapshot.js';
import { createControl } from './control/createControl.js';
import { createDeliveries } from './deliveries/createDeliveries.js';
import { createFaults } from './createFaults.js';
import { isLoopback } from '../../params/isLoopback.js';
import { createOriginGuard } from './createOriginGuard.js';
import type { SandboxOptions } from './SandboxOptions.js';
import { createImages, IMAGE_PATH } from './pages/createImages.js';
import { createRoomPage, PAGE_PATH } from './pages/createRoomPage.js';
import { createRoomsSocket } from './pages/createRoomsSocket.js';
import { createRequestLog } from './createRequestLog.js';
import type { Sandbox } from './Sandbox.js';
import { plantSeed } from './plantSeed.js';
import { buildSampleEvent } from './buildSampleEvent.js';

function readRoomOrigin(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (URL.canParse(given)) {
    const { origin, protocol, pathname, search } = new URL(given);
    if (/^https?:$/.test(protocol) && pathname === '/' && !search) return origin;
  }
  throw createServerError('SANDBOX_OPTION_INVALID', {
    problem: `\`roomOrigin\` must be an origin such as "https://acme.whereby.com", got "${given}"`,
  });
}

const listen = (server: Server, port: number, host: string) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        createServerError(
          'SANDBOX_PORT_TAKEN',
          { address: `${host}:${port}`, reason: cause.code ?? cause.message },
          { cause },
        ),
      ),
    );
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

const shut = (server: Server) =>
  new Promise<void>((resolve) => {
    if (!server.listening) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
  });

/**
 * Starts a local stand-in for the service: rooms, REST API, webhooks, and a page to control them. Several can run
 * side by side. Rejects with `SANDBOX_PORT_TAKEN`, `SANDBOX_OPTION_INVALID` or `SANDBOX_SEED_INVALID`.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const host = options.host ?? '127.0.0.1';
  const secretFor = (given: string | undefined, usual: string) =>
    given ?? (isLoopback(host) ? usual : `${usual}_${randomBytes(16).toString('hex')}`);
  const apiKey = secretFor(options.apiKey, 'sandbox_api_key');
  const restrictedApiKey = secretFor(options.restrictedApiKey, 'sandbox_restricted_api_key');
  const webhookSecret = secretFor(options.webhookSecret, 'sandbox_webhook_secret');
  const givenOrigin = readRoomOrigin(options.roomOrigin);
  const subdomain = options.subdomain ?? /^https?:\/\/([^.]+)\.whereby\.com$/.exec(givenOrigin ?? '')?.[1] ?? 'sandbox';

  const world = createWorld({ subdomain, ...(options.rules ? { rules: options.rules } : {}) });
  if (options.seed) {
    // A seed that cannot be used is told before anything listens.
    plantSeed(createWorld({ ...(options.rules ? { rules: options.rules } : {}) }), options.seed);
  }
  const webhooks = createDeliveries({ secret: webhookSecret, settings: options.delivery, now: world.clock.now });
  for (const webhook of options.webhooks ?? []) {
    const { url, ...rest } = typeof webhook === 'string' ? { url: webhook } : webhook;
    if (!URL.canParse(url) || !/^https?:/.test(url))
      throw createServerError('SANDBOX_OPTION_INVALID', {
        problem: `\`webhooks\` must hold http or https URLs, got "${url}"`,
      });
    webhooks.addEndpoint(url, rest);
  }
  world.on((event) => event.type === 'webhook' && webhooks.dispatch(event.event));

  let url = '';
  let tlsUrl: string | null = null;
  let domains = options.allowedDomains ?? null;
  let closed: Promise<void> | undefined;
  const roomOrigin = () => givenOrigin ?? tlsUrl ?? url;
  const images = createImages();
  const faults = createFaults();
  const requests = createRequestLog();
  const doorman = createOriginGuard({ host, roomOrigin });
  const context: ApiContext = {
    world,
    behaviour: { ...defaultApiBehaviour, ...options.api },
    apiKey,
    restrictedApiKey,
    images,
    roomOrigin,
    origin: () => url,
  };
  const api = createApi(context);
  const app = new Hono();
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const listener: RequestListener = (request, response) => {
    const go = () => void answer(request, response);
    if (page.middleware) page.middleware(request, response, go);
    else go();
  };
  const plain = createServer(listener);
  const servers = [plain];
  const page = await createRoomPage(options.roomPage, plain);
  const socket = createRoomsSocket(world, {
    isOwnPage: doorman.isOwnPage,
    commandsAllowed: (pageOrigin) => domains === null || (pageOrigin !== null && domains.includes(pageOrigin)),
  });

  const unknownRoom = (roomName: string) => createServerError('SANDBOX_ROOM_UNKNOWN', { roomName });

  const sandbox: Sandbox = {
    get url() {
      return url;
    },
    get apiUrl() {
      return `${url}/v1`;
    },
    get roomOrigin() {
      return roomOrigin();
    },
    get tlsUrl() {
      return tlsUrl;
    },
    apiKey,
    restrictedApiKey,
    webhookSecret,
    clock: world.clock,
    world,
    webhooks,
    faults,
    roomUrl(roomName, role = 'visitor') {
      const meeting = world.findMeeting(roomName);
      if (!meeting || meeting.deletedAt !== null) throw unknownRoom(roomName);
      return role === 'visitor' ? buildRoomAddress(context, meeting) : buildRoleAddress(context, meeting, role);
    },
    get allowedDomains() {
      return domains;
    },
    setAllowedDomains(next) {
      domains = next;
    },
    dropConnections: () => socket.drop(),
    trigger(type, about) {
      const event = buildSampleEvent(world, type, about);
      webhooks.dispatch(event);
      return event;
    },
    log: requests.list,
    seed: (seed) => plantSeed(world, seed),
    snapshot: () => ({
      world: world.snapshot(),
      clock: { now: world.clock.now(), frozen: world.clock.frozen },
      images: images.toJSON(),
    }),
    restore(given) {
      const snapshot = readSnapshot(given);
      world.clock.freeze(snapshot.clock.now);
      images.load(snapshot.images);
      world.restore(snapshot.world);
      if (!snapshot.clock.frozen) world.clock.unfreeze();
    },
    reset() {
      world.reset();
      webhooks.reset();
      faults.clear();
      requests.clear();
      images.clear();
      api.reset();
      domains = options.allowedDomains ?? null;
      if (options.seed) plantSeed(world, options.seed);
    },
    close() {
      closed ??= (async () => {
        world.stop();
        webhooks.close();
        socket.close();
        await Promise.all([...servers.map(shut), page.close()]);
      })();
      return closed;
    },
  };

  app.use('/v1/*', requests.handler);
  app.use(faults.handler);
  app.route('/v1', api.app);
  app.get(`${IMAGE_PATH}:id`, (c) => {
    const image = images.get(c.req.param('id'));
    // Uploads are shown as pictures and never run as pages.
    const headers = {
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
    };
    return image ? c.body(new Uint8Array(image.bytes), 200, { ...headers, 'content-type': image.type }) : c.notFound();
  });
  app.get('/rooms/files/:kind/:id', (c) =>
    c.text(`This is a sandbox stand-in for ${c.req.param('kind')} ${c.req.param('id')}.\n`),
  );
  app.get(`${PAGE_PATH}*`, async (c) => (await page.file(c.req.path.slice(PAGE_PATH.length))) ?? c.notFound());
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('/:roomName{[^/_][^/]*}', async (c) =>
    c.html(await page.html(c.req.path), 200, {
      'cache-control': 'no-store',
      ...(options.frameAncestors
        ? { 'content-security-policy': `frame-ancestors ${options.frameAncestors.join(' ')}` }
        : {}),
    }),
  );
  app.route(
    '/',
    createControl(() => sandbox, doorman),
  );

  try {
    if (options.tls) {
      const secure = createTlsServer({ key: options.tls.key, cert: options.tls.cert }, listener);
      servers.push(secure);
      // Whoever takes sockets over http takes them over https too.
      secure.on('upgrade', (...upgrade) => plain.emit('upgrade', ...upgrade));
      tlsUrl = `https://${host}:${await listen(secure, options.tls.port ?? 0, host)}`;
    }
    url = `http://${host.includes(':') ? `[${host}]` : host}:${await listen(plain, options.port ?? 0, host)}`;
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  socket.attach(plain);
  if (options.seed) plantSeed(world, options.seed);
  return sandbox;
}
