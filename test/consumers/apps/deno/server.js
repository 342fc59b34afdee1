import { rooms, webhooks } from './handlers.js';

Deno.serve({ port: Number(Deno.env.get('PORT')) }, (request) =>
  new URL(request.url).pathname === '/webhooks/whereby' ? webhooks(request) : rooms(request),
);
