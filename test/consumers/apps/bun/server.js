import { rooms, webhooks } from './handlers.js';

Bun.serve({
  port: process.env.PORT,
  fetch: (request) => (new URL(request.url).pathname === '/webhooks/whereby' ? webhooks(request) : rooms(request)),
});
