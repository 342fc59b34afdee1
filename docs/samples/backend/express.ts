import { getRequestListener } from '@hono/node-server';
import express from 'express';
import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';

const rooms = createRoomsHandler({ whereby: createWhereby(), authorize: () => null });

const app = express();
app.use('/api/whereby', getRequestListener(rooms, { overrideGlobalObjects: false }));
app.use(express.json()); // after the handler
