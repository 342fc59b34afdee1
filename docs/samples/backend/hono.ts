// server.ts
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { rooms } from './rooms.js';

const app = new Hono();
app.all('/api/whereby/*', (context) => rooms(context.req.raw));

serve({ fetch: app.fetch, port: 3000 }, ({ port }) => console.log(`http://localhost:${port}`));
