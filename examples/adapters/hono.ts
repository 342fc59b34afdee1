import { Hono } from 'hono';
import { cloneRawRequest } from 'hono/request';
import type { RoomsHandler } from 'react-whereby-embed/server';

/** Hono: `app.route('/api/whereby', roomsApp(handler))`. A middleware may have read the body with `c.req.json()`. */
export const roomsApp = (handler: RoomsHandler): Hono =>
  new Hono().all('/*', async ({ req }) => handler(req.raw.bodyUsed ? await cloneRawRequest(req) : req.raw));
