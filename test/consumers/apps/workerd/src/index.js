import { rooms, webhooks } from './handlers.js';

export default {
  fetch: (request, env, context) =>
    new URL(request.url).pathname === '/webhooks/whereby' ? webhooks(request, context) : rooms(request),
};
