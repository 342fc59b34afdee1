import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { rooms, webhooks } from './handlers.js';

const app = new Hono();
app.all('/api/whereby/*', (context) => rooms(context.req.raw));
app.post('/webhooks/whereby', (context) => webhooks(context.req.raw));
serve({ fetch: app.fetch, port: Number(process.env.PORT) });
