import * as v from 'valibot';
import { anyObject } from '../../validation/schemas.js';
import type { ControlRoute } from '../ControlRoute.js';
import { createRoute } from '../createRoute.js';
import { number, numberBetween, oneOf, text } from '../fields.js';

const headerValue = v.pipe(v.union([v.string(), v.number()], 'must be a string'), v.transform(String));

/** Requests and connections that fail on purpose. */
export const faultRoutes: readonly ControlRoute[] = [
  { method: 'GET', path: '/faults', does: 'Returns the faults.', run: ({ sandbox }) => sandbox.faults.list() },
  createRoute({
    method: 'POST',
    path: '/faults',
    does: 'Makes requests fail.',
    takes: 'path, method, times, latencyMs, status, body, headers, drop (before or after)',
    fields: {
      path: text,
      method: text,
      times: number,
      latencyMs: number,
      // What a Response can be made with: https://fetch.spec.whatwg.org/#dom-response
      status: v.exactOptional(v.pipe(v.unwrap(numberBetween(200, 599)), v.integer('must be a whole number'))),
      body: text,
      headers: v.exactOptional(v.pipe(anyObject, v.record(v.string(), headerValue))),
      drop: oneOf(['before', 'after']),
    },
    run: ({ sandbox, fields }) => sandbox.faults.add(fields),
  }),
  {
    method: 'POST',
    path: '/faults/clear',
    does: 'Removes every fault.',
    run: ({ sandbox }) => sandbox.faults.clear(),
  },
  {
    method: 'POST',
    path: '/drop-connections',
    does: 'Drops the connection of every room page, as a lost network would.',
    run: ({ sandbox }) => sandbox.dropConnections(),
  },
];
