/**
 * What `npm run bench load` sends requests to, in a process of its own: both handlers behind plain http. Sends its port
 * to its parent, and what it uses whenever it gets a message. It needs `--expose-gc`.
 */
import { createServer } from 'node:http';
import { toNodeListener } from '../../../src/server/adapters/toNodeListener.js';
import { createRoomsHandler } from '../../../src/server/room-handler/createRoomsHandler.js';
import { createWebhookHandler } from '../../../src/server/webhooks/createWebhookHandler.js';
import { memoryStore } from '../../../src/server/webhooks/stores/memoryStore.js';
import { listenOnLoopback } from '../../servers/listenOnLoopback.js';
import { fakeService } from '../fakeService.js';
import { maxEvents, secret } from './settings.js';
import type { Usage } from './Usage.js';

const webhooks = toNodeListener(
  createWebhookHandler({ secret, store: memoryStore({ maxEvents }), onAny: () => undefined }),
);
const rooms = toNodeListener(
  createRoomsHandler({ whereby: fakeService, authorize: () => ({ role: 'host', may: ['create', 'enter'] }) }),
);
const server = createServer((request, response) => (request.url === '/webhooks' ? webhooks : rooms)(request, response));
const { port } = await listenOnLoopback(server);

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  gc!();
  const usage: Usage = { heap: process.memoryUsage().heapUsed / 1_000_000, processor: (user + system) / 1_000 };
  process.send!(usage);
});
process.once('disconnect', () => process.exit());
process.send!(port);
