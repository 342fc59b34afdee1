import * as v from 'valibot';
import { readSeed } from '../../readSeed.js';
import { readSnapshot } from '../../readSnapshot.js';
import { isoTime } from '../../validation/schemas.js';
import { buildOverview } from '../buildOverview.js';
import type { ControlRoute } from '../ControlRoute.js';
import { createRoute } from '../createRoute.js';
import { flag, number, texts } from '../fields.js';

const restoreSnapshot = (method: 'PUT' | 'POST'): ControlRoute => ({
  method,
  path: '/snapshot',
  does: 'Restores a snapshot.',
  takes: 'a snapshot',
  run: ({ sandbox, input }) => sandbox.restore(readSnapshot(input)),
});

/** The sandbox as a whole. */
export const sandboxRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/state',
    does: 'Returns URLs, time, meetings with the people inside, endpoints and faults.',
    run: ({ sandbox }) => buildOverview(sandbox),
  },
  createRoute({
    method: 'POST',
    path: '/clock',
    does: 'Freezes the clock (at a time, or at the current one), lets it run, or moves it forward.',
    takes: 'freeze (true or ISO time), unfreeze, advanceMs, advanceMinutes',
    fields: {
      freeze: v.exactOptional(v.union([v.literal(true), v.literal('true'), isoTime], 'must be true or an ISO time')),
      unfreeze: flag,
      advanceMs: number,
      advanceMinutes: number,
    },
    run({ sandbox: { clock }, fields: { freeze, unfreeze, advanceMs = 0, advanceMinutes = 0 } }) {
      if (unfreeze) clock.unfreeze();
      if (freeze !== undefined) clock.freeze(freeze === true || freeze === 'true' ? undefined : Date.parse(freeze));
      const ms = advanceMs + advanceMinutes * 60_000;
      if (ms) clock.advance(ms);
      return { now: new Date(clock.now()).toISOString(), frozen: clock.frozen };
    },
  }),
  {
    method: 'POST',
    path: '/seed',
    does: 'Adds meetings and people.',
    takes: 'a seed',
    run: ({ sandbox, input }) => sandbox.seed(readSeed(input)),
  },
  { method: 'GET', path: '/snapshot', does: 'Returns everything as JSON.', run: ({ sandbox }) => sandbox.snapshot() },
  restoreSnapshot('PUT'),
  // Forms cannot send PUT.
  restoreSnapshot('POST'),
  {
    method: 'POST',
    path: '/reset',
    does: 'Goes back to the start: empty except for the seed, real time, no faults, no deliveries.',
    run: ({ sandbox }) => sandbox.reset(),
  },
  createRoute({
    method: 'POST',
    path: '/allowed-domains',
    does: 'Sets the origins whose pages may send commands. Without any, all pages may.',
    fields: { domains: texts },
    run: ({ sandbox, fields }) => sandbox.setAllowedDomains(fields.domains?.length ? fields.domains : null),
  }),
  { method: 'GET', path: '/log', does: 'Returns the requests to the REST API.', run: ({ sandbox }) => sandbox.log() },
];
