import { Hono } from 'hono';
import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';

const rooms = createRoomsHandler({ whereby: createWhereby(), authorize: () => null });

new Hono().all('/api/whereby/*', (context) => rooms(context.req.raw));
