import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { createServerError } from '../../errors/createServerError.js';
import { createWorld } from '../core/index.js';
import { defaultApiBehaviour } from './ApiBehaviour.js';
import type { ApiContext } from './api/ApiContext.js';
import { createApi } from './api/createApi.js';
import { getRoleUrl, getRoomUrl } from './api/roomUrls.js';
import { buildSampleEvent } from './buildSampleEvent.js';
import { createControl } from './control/createControl.js';
import { createApp } from './createApp.js';
import { createFaults } from './createFaults.js';
import { createOriginGuard } from './createOriginGuard.js';
import { createRequestLog } from './createRequestLog.js';
import { createDeliveries } from './deliveries/createDeliveries.js';
import { listen, stopListening } from './listen.js';
import { createImages } from './pages/createImages.js';
import { createRoomPage } from './pages/createRoomPage.js';
import { createRoomsSocket } from './pages/createRoomsSocket.js';
import { plantSeed } from './plantSeed.js';
import { readOptions } from './readOptions.js';
import { readSeed } from './readSeed.js';
import { readSnapshot } from './readSnapshot.js';
import type { Sandbox } from './Sandbox.js';
import type { SandboxOptions } from './SandboxOptions.js';

/**
 * Starts a local stand-in for the service: rooms, REST API, webhooks, and a page to control them. Several can run
 * side by side.
 * @returns the sandbox, once it listens
 * @throws `SANDBOX_PORT_TAKEN`, `SANDBOX_OPTION_INVALID` or `SANDBOX_SEED_INVALID`; nothing keeps listening then
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host, port, apiKey, restrictedApiKey, webhookSecret, subdomain, seed, ...settings } = readOptions(options);

  let url = '';
  let tlsUrl: string | null = null;
  let { allowedDomains } = settings;
  let closing: Promise<void> | undefined;
  const roomOrigin = () => settings.roomOrigin ?? tlsUrl ?? url;

  const world = createWorld({ subdomain, ...(options.rules ? { rules: options.rules } : {}) });
  const webhooks = createDeliveries({ secret: webhookSecret, settings: options.delivery, now: world.clock.now });
  for (const endpoint of settings.endpoints) webhooks.addEndpoint(endpoint.url, endpoint);
  world.on((event) => event.type === 'webhook' && webhooks.dispatch(event.event));

  const images = createImages();
  const faults = createFaults();
  const requests = createRequestLog();
  const guard = createOriginGuard({ host, roomOrigin });
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
  const socket = createRoomsSocket(world, {
    isRequestAllowed: guard.isRequestAllowed,
    commandsAllowed: (pageOrigin) =>
      allowedDomains === null || (pageOrigin !== null && allowedDomains.includes(pageOrigin)),
  });

  const listener: RequestListener = (request, response) => {
    const respondFromApp = () => void respond(request, response);
    if (page.middleware) page.middleware(request, response, respondFromApp);
    else respondFromApp();
  };
  const server = createServer(listener);
  const tlsServer = options.tls && createTlsServer({ key: options.tls.key, cert: options.tls.cert }, listener);
  // The rooms' socket and Vite's listen to the first server only.
  tlsServer?.on('upgrade', (...upgrade) => server.emit('upgrade', ...upgrade));
  const page = createRoomPage(options.roomPage, server);

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
      if (!meeting || meeting.deletedAt !== null) throw createServerError('SANDBOX_ROOM_UNKNOWN', { roomName });
      return role === 'visitor' ? getRoomUrl(context, meeting) : getRoleUrl(context, meeting, role);
    },
    get allowedDomains() {
      return allowedDomains;
    },
    setAllowedDomains(domains) {
      allowedDomains = domains;
    },
    dropConnections: socket.drop,
    trigger(type, details) {
      const event = buildSampleEvent(world, type, details);
      webhooks.dispatch(event);
      return event;
    },
    log: requests.list,
    seed: (more) => plantSeed(world, readSeed(more)),
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
      allowedDomains = settings.allowedDomains;
      if (seed) plantSeed(world, seed);
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

  const control = createControl(() => sandbox, guard);
  const { frameAncestors } = options;
  const app = createApp({ api: api.app, control, faults, requests, images, page, frameAncestors });
  const respond = getRequestListener(app.fetch, { overrideGlobalObjects: false });

  try {
    if (tlsServer) tlsUrl = `https://${host}:${await listen(tlsServer, options.tls?.port ?? 0, host)}`;
    url = `http://${host.includes(':') ? `[${host}]` : host}:${await listen(server, port, host)}`;
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  socket.attach(server);
  if (seed) plantSeed(world, seed);
  return sandbox;
}
