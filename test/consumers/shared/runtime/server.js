import { createServer } from 'node:http';
import { toNodeListener } from 'react-whereby-embed/server';
import { rooms, webhooks } from './handlers.js';

const onRooms = toNodeListener(rooms);
const onWebhooks = toNodeListener(webhooks);
createServer((request, response) =>
  request.url.startsWith('/webhooks/') ? onWebhooks(request, response) : onRooms(request, response),
).listen(process.env.PORT);
