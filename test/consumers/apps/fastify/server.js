import Fastify from 'fastify';
import { toFastifyPlugin } from 'react-whereby-embed/server';
import { rooms, webhooks } from './handlers.js';

const app = Fastify();
app.register(toFastifyPlugin(rooms), { prefix: '/api/whereby' });
app.register(toFastifyPlugin(webhooks), { prefix: '/webhooks/whereby' });
await app.listen({ port: process.env.PORT });
