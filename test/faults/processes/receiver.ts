/**
 * An app that receives webhooks for two consumers, and handles what others left: `receiver.js <kind> <address> <log>`.
 * Prints its port.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createWebhookHandler, toNodeListener } from 'react-whereby-embed/server';
import type { WebhookStore } from 'react-whereby-embed/server';
import { storeOpeners } from '../../stores/support/storeKinds.js';
import { consumers, secret } from '../support/consumers.js';
import { RunLog } from '../support/RunLog.js';

const [kind, address, file] = process.argv.slice(2) as [string, string, string];
const { store } = await storeOpeners[kind]!(address);
const log = new RunLog(file);

const noted: WebhookStore = {
  ...store,
  async complete(key, event) {
    await store.complete(key, event);
    log.note('recorded', key);
  },
};

const handlers = consumers.map((name) =>
  createWebhookHandler({
    name,
    secret,
    store: noted,
    // The test looks at what was handled in the end.
    onError: () => undefined,
    async onAny({ id }) {
      log.note('started', `${name}/${id}`);
      await pause(Math.random() * 80);
      log.note('ended', `${name}/${id}`);
    },
  }),
);
const listeners = new Map(consumers.map((name, at) => [`/${name}`, toNodeListener(handlers[at]!)]));
const server = createServer((request, response) => void listeners.get(request.url!)!(request, response));
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));

for (;;) {
  for (const handler of handlers) await handler.handleAbandoned();
  await pause(100);
}
