import type { WebhookStore } from './WebhookStore.js';

const placeByStore = new WeakMap<WebhookStore, object>();
const placesByClient = new WeakMap<object, Map<string, object>>();

/**
 * Notes that a store keeps its events in a part of a client's database, so that two stores of one part are recognised as
 * the same place.
 */
export function registerPlace(store: WebhookStore, client: object, part: string): void {
  const places = placesByClient.get(client) ?? new Map<string, object>();
  placesByClient.set(client, places);
  const place = places.get(part) ?? {};
  places.set(part, place);
  placeByStore.set(store, place);
}

/** An object that is the same for all stores of this process that keep their events in one place. */
export const findPlace = (store: WebhookStore): object => placeByStore.get(store) ?? store;
