import * as v from 'valibot';
import { anyObject } from '../../validation/schemas.js';
import type { ControlRoute } from '../ControlRoute.js';
import { createRoute } from '../createRoute.js';
import { eventTypes, flag, number, oneOf, positiveNumber, text, texts } from '../fields.js';
import { NotFoundError } from '../NotFoundError.js';

const httpUrl = v.pipe(
  v.string(),
  v.check((url) => /^https?:/.test(url) && URL.canParse(url), 'must be an http or https URL'),
);

/** Webhooks and how they are delivered. */
export const webhookRoutes: readonly ControlRoute[] = [
  createRoute({
    method: 'POST',
    path: '/webhooks',
    does: 'Sends events to a URL from now on.',
    fields: { url: httpUrl, secret: text, types: texts },
    run({ sandbox, fields: { url, ...options } }) {
      const { id } = sandbox.webhooks.addEndpoint(url, options);
      return { id };
    },
  }),
  {
    method: 'POST',
    path: '/webhooks/:id/remove',
    does: 'Stops sending events there.',
    run: ({ sandbox, param }) => sandbox.webhooks.removeEndpoint(param('id')),
  },
  createRoute({
    method: 'POST',
    path: '/events',
    does: 'Sends an event that did not happen, with every field of its type.',
    fields: { type: v.picklist(eventTypes), roomName: text, data: v.exactOptional(anyObject) },
    run: ({ sandbox, fields: { type, ...options } }) => sandbox.trigger(type, options),
  }),
  {
    method: 'GET',
    path: '/deliveries',
    does: 'Returns every delivery with its attempts, oldest first.',
    run: ({ sandbox }) => sandbox.webhooks.list(),
  },
  createRoute({
    method: 'POST',
    path: '/deliveries/next',
    does: 'Loses, duplicates, delays or shuffles the next deliveries.',
    fields: {
      type: oneOf(eventTypes),
      times: number,
      lose: flag,
      duplicate: number,
      delayMs: number,
      shuffleMs: number,
    },
    run({ sandbox, fields }) {
      sandbox.webhooks.next(fields);
    },
  }),
  {
    method: 'POST',
    path: '/deliveries/hold',
    does: 'Keeps new events back until they are released.',
    run: ({ sandbox }) => sandbox.webhooks.hold(),
  },
  createRoute({
    method: 'POST',
    path: '/deliveries/release',
    does: 'Sends what was held.',
    takes: 'order: same, reverse, or ids of deliveries',
    fields: { order: v.exactOptional(v.union([v.picklist(['same', 'reverse']), v.unwrap(texts)])) },
    run: ({ sandbox, fields }) => sandbox.webhooks.release(fields.order),
  }),
  createRoute({
    method: 'POST',
    path: '/deliveries/settings',
    does: 'Changes how events are sent, from the next attempt on.',
    fields: {
      timeoutMs: number,
      retryDelaysMs: v.exactOptional(v.array(v.unwrap(number))),
      retryAlso: v.exactOptional(v.array(v.picklist(['connection', '3xx', '4xx']))),
      resignOnRetry: flag,
      sign: flag,
      wrongSecret: text,
      signatureTime: oneOf(['real', 'sandbox']),
      signatureAgeS: number,
      concurrency: positiveNumber,
      keep: positiveNumber,
    },
    run({ sandbox, input, fields: { wrongSecret = null, ...settings } }) {
      sandbox.webhooks.set({ ...settings, ...('wrongSecret' in input ? { wrongSecret } : {}) });
      return sandbox.webhooks.settings;
    },
  }),
  {
    method: 'POST',
    path: '/deliveries/:id/resend',
    does: 'Sends a delivery again, with the same id and body.',
    run({ sandbox, param }) {
      if (!sandbox.webhooks.resend(param('id'))) throw new NotFoundError('there is no such delivery');
    },
  },
];
