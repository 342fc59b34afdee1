import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { createServerError } from '../../errors/createServerError.js';
import { createWorld } from '../core/index.js';
import { defaultApiBehaviour } from './ApiBehaviour.js';
import type { ApiContext } from './api/ApiContext.js';
import { createApi } from './api/createApi.js';
import { buildRoomUrl } from './api/buildRoomUrl.js';
import { buildSampleEvent } from './buildSampleEvent.js';
import { createControl } from './control/createControl.js';
import { createAddresses } from './createAddresses.js';
import { createApp } from './createApp.js';
import { createFaults } from './createFaults.js';
import { createRequestGuard } from './createRequestGuard.js';
import { createRequestLog } from './createRequestLog.js';
import { createSandboxRandom } from './createSandboxRandom.js';
import { createDeliveries } from './deliveries/createDeliveries.js';
import { listen, stopListening } from './listen.js';
import { createImages } from './pages/createImages.js';
import { createRoomPage } from './pages/createRoomPage.js';
import { createRoomsSocket } from './pages/createRoomsSocket.js';
import { checkSeed } from './checkSeed.js';
import { plantSeed } from './plantSeed.js';
import { readCertificate } from './readCertificate.js';
import { readOptions, readOrigins } from './readOptions.js';
import { readSeed } from './readSeed.js';
import { readSnapshot } from './readSnapshot.js';
import type { Sandbox } from './Sandbox.js';
import type { Seed } from './Seed.js';
import type { SandboxOptions } from './SandboxOptions.js';
import { ServiceResponse } from './ServiceResponse.js';

/**
 * How long a connection that is idle stays open. With the 5 s of Node, clients of a busy machine sent requests on
 * connections that were just being closed: https://nodejs.org/api/http.html#serverkeepalivetimeout
 */
const KEEP_ALIVE_MS = 60_000;

/**
 * Starts a local stand-in for the service: rooms, REST API, webhooks, and a page to control them. Several can run
 * side by side.
 * @returns the sandbox, once it listens
 * @throws `SANDBOX_PORT_TAKEN`, `SANDBOX_OPTION_INVALID` or `SANDBOX_SEED_INVALID`; nothing keeps listening then
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host, port, isOpen, apiKey, restrictedApiKey, webhookSecret, subdomain, seed, ...settings } =
    readOptions(options);

  let allowedDomains: readonly string[] | null = settings.allowedDomains;
  let closing: Promise<void> | undefined;
  const addresses = createAddresses({ host, roomOrigin: settings.roomOrigin });
  const random = createSandboxRandom(apiKey);

  const world = createWorld({
    subdomain,
    random: random.random,
    // Anyone who reaches the sandbox could be host with a key that is in its guide.
    hasKnownKeys: !isOpen,
    rules: settings.rules ?? {},
  });
  const webhooks = createDeliveries({
    secret: webhookSecret,
    settings: settings.delivery,
    now: world.clock.now,
    ids: world.ids,
  });
  for (const { url, ...endpoint } of settings.endpoints) webhooks.addEndpoint(url, endpoint);
  world.on((event) => event.type === 'webhook' && webhooks.dispatch(event.event));

  const images = createImages(world.ids);
  const faults = createFaults({ plan: webhooks.next });
  const addFaults = () => {
    for (const fault of settings.faults) faults.add(fault);
  };
  addFaults();
  const requests = createRequestLog();
  const guard = createRequestGuard({
    host,
    allowedHosts: settings.allowedHosts,
    roomOrigin: () => addresses.roomOrigin,
  });
  const context: ApiContext = {
    world,
    behaviour: { ...defaultApiBehaviour, ...settings.api },
    apiKey,
    restrictedApiKey,
    images,
    findRoomOrigin: addresses.findRoomOrigin,
    findOrigin: addresses.findOrigin,
  };
  const api = createApi(context);
  const areCommandsAllowed = (pageOrigin: string | null) =>
    allowedDomains === null || (pageOrigin !== null && allowedDomains.includes(pageOrigin));
  const socket = createRoomsSocket(world, {
    isRequestAllowed: ({ headers }: IncomingMessage) => guard.findProblem(headers) === undefined,
    areCommandsAllowed,
  });

  const listener: RequestListener = (request, response) => {
    const problem = guard.findProblem(request.headers);
    if (problem !== undefined) {
      response.writeHead(403, { 'Content-Type': 'application/json', Connection: 'close' });
      return response.end(JSON.stringify({ error: problem }));
    }
    const respondFromApp = () => void respond(request, response);
    if (page.middleware) page.middleware(request, response, respondFromApp);
    else respondFromApp();
  };
  const serverOptions = { ServerResponse: ServiceResponse, keepAliveTimeout: KEEP_ALIVE_MS };
  const server = createServer(serverOptions, listener);
  const tlsServer = settings.tls && createTlsServer({ ...serverOptions, ...readCertificate(settings.tls) }, listener);
  // The rooms' socket and Vite's listen to the first server only.
  tlsServer?.on('upgrade', (...upgrade) => server.emit('upgrade', ...upgrade));
  const page = createRoomPage(settings.roomPage, server);

  const plant = (given: Seed) => {
    checkSeed(world, given);
    random.plant(JSON.stringify(given));
    plantSeed(world, given);
  };

  const sandbox: Sandbox = {
    get url() {
      return addresses.url;
    },
    get apiUrl() {
      return `${addresses.url}/v1`;
    },
    get roomOrigin() {
      return addresses.roomOrigin;
    },
    get tlsUrl() {
      return addresses.tlsUrl;
    },
    isOpen,
    apiKey,
    restrictedApiKey,
    webhookSecret,
    clock: world.clock,
    world,
    webhooks,
    faults,
    roomUrl(roomName, role = 'visitor') {
      const meeting = world.findMeeting(roomName);
      if (!meeting || meeting.deletedAt !== null) throw createServerError('SANDBOX_ROOM_UNKNOWN', { roomName });
      return buildRoomUrl(world, addresses.roomOrigin, meeting, role);
    },
    get allowedDomains() {
      return allowedDomains;
    },
    setAllowedDomains(domains) {
      allowedDomains = domains === null ? null : readOrigins(domains);
      world.tellAllowed();
    },
    dropConnections: socket.drop,
    trigger(type, details) {
      const event = buildSampleEvent(world, type, details);
      webhooks.dispatch(event);
      return event;
    },
    log: requests.list,
    seed: (more) => plant(readSeed(more)),
    snapshot: () => ({
      world: world.snapshot(),
      clock: { now: world.clock.now(), frozen: world.clock.frozen },
      images: images.toJSON(),
      random: random.position,
    }),
    restore(given) {
      const snapshot = readSnapshot(given);
      world.clock.freeze(snapshot.clock.now);
      images.load(snapshot.images);
      random.restore(snapshot.random);
      world.restore(snapshot.world);
      if (!snapshot.clock.frozen) world.clock.unfreeze();
    },
    reset() {
      random.restore();
      world.reset();
      webhooks.reset();
      faults.clear();
      addFaults();
      requests.clear();
      images.clear();
      api.reset();
      allowedDomains = settings.allowedDomains;
      world.tellAllowed();
      if (seed) plant(seed);
    },
    close() {
      closing ??= (async () => {
        world.stop();
        webhooks.close();
        socket.close();
        await Promise.all([stopListening(server), tlsServer && stopListening(tlsServer), page.close()]);
      })();
      return closing;
    },
  };

  /** The sandbox as a request sees it: with the addresses under which it can be reached from there. */
  const viewFrom = (request: Request): Sandbox => {
    const origin = addresses.findOrigin(request);
    const roomOrigin = addresses.findRoomOrigin(request);
    return {
      ...sandbox,
      url: origin,
      apiUrl: `${origin}/v1`,
      roomOrigin,
      roomUrl: (roomName, role) => sandbox.roomUrl(roomName, role).replace(addresses.roomOrigin, roomOrigin),
    };
  };

  const control = createControl(viewFrom, guard);
  const { frameAncestors } = settings;
  const app = createApp({ api: api.app, control, faults, requests, images, page, frameAncestors, context });
  const respond = getRequestListener(app.fetch, { overrideGlobalObjects: false });

  try {
    // A seed that cannot be planted is refused before a port is open.
    if (seed) checkSeed(world, seed);
    const https = tlsServer ? await listen(tlsServer, settings.tls?.port ?? 0, host) : null;
    addresses.setPorts({ https, http: await listen(server, port, host) });
    socket.attach(server);
    if (seed) plant(seed);
    if (settings.snapshot) sandbox.restore(settings.snapshot);
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  return sandbox;
}
