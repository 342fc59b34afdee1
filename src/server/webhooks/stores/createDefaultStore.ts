import type { WebhookHandlerOptions } from '../handler/WebhookHandlerOptions.js';
import { memoryStore } from './memoryStore.js';
import type { WebhookStore } from './WebhookStore.js';

/** The memory of handlers that are made in each request, by their options. */
const sharedStores = new Map<string, WebhookStore>();

/** More handlers than an app has; above this number the oldest memory is dropped. */
const maxShared = 100;

/**
 * Creates the store of a handler without one: memory of its own. A handler with `waitUntil` is made in each request,
 * because `waitUntil` belongs to one, so it shares its memory with others whose options and functions read the same.
 */
export function createDefaultStore(options: WebhookHandlerOptions): WebhookStore {
  if (!options.waitUntil) return memoryStore();
  const key = JSON.stringify(options, (_name, value: unknown) => (typeof value === 'function' ? String(value) : value));
  const known = sharedStores.get(key);
  if (known) return known;
  const store = memoryStore();
  sharedStores.set(key, store);
  const [oldest] = sharedStores.keys();
  if (sharedStores.size > maxShared) sharedStores.delete(oldest!);
  return store;
}
