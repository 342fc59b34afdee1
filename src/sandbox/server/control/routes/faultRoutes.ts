import * as v from 'valibot';
import { faultFields } from '../../faultSchema.js';
import type { ControlRoute } from '../ControlRoute.js';
import { createRoute } from '../createRoute.js';
import { number, numberBetween, positiveNumber, text } from '../fields.js';

/** Requests and connections that fail on purpose. */
export const faultRoutes: readonly ControlRoute[] = [
  { method: 'GET', path: '/faults', does: 'Returns the faults.', run: ({ sandbox }) => sandbox.faults.list() },
  createRoute({
    method: 'POST',
    path: '/faults',
    does: 'Switches a fault on, by its name or by what it does to requests or deliveries.',
    takes:
      'name, path, method, times, latencyMs, status, body, headers, drop (before or after), damage (garbage, half or silence), deliveries',
    fields: {
      ...faultFields,
      times: positiveNumber,
      latencyMs: number,
      // What a Response can be made with: https://fetch.spec.whatwg.org/#dom-response
      status: v.exactOptional(v.pipe(v.unwrap(numberBetween(200, 599)), v.integer('must be a whole number'))),
    },
    run: ({ sandbox, fields }) => sandbox.faults.add(fields),
  }),
  {
    method: 'POST',
    path: '/faults/:id/remove',
    does: 'Switches a fault off.',
    run: ({ sandbox, param }) => sandbox.faults.remove(param('id')),
  },
  {
    method: 'POST',
    path: '/faults/clear',
    does: 'Removes every fault.',
    run: ({ sandbox }) => sandbox.faults.clear(),
  },
  createRoute({
    method: 'POST',
    path: '/drop-connections',
    does: 'Drops the connection of every room page, or of those in one room, as a lost network would.',
    fields: { roomName: text },
    run: ({ sandbox, fields }) => sandbox.dropConnections(fields.roomName),
  }),
];
