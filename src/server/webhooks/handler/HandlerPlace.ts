import { findPlace } from '../stores/sharedPlaces.js';
import type { WebhookStore } from '../stores/WebhookStore.js';
import type { Lease } from './Lease.js';

/** What the handlers of this process that share one store know of it. */
export class HandlerPlace {
  /** The functions that run in this process, by their key. */
  readonly running = new Map<string, Lease>();
  /** Keys of functions that succeeded in this process but could not be recorded. */
  readonly unrecorded = new Set<string>();
  readonly #claimedBy = new Map<string, { readonly handler: number; readonly at: number }>();
  #count = 0;

  /** The place of a store, which is the same for every handler. */
  static of(store: WebhookStore): HandlerPlace {
    const key = findPlace(store);
    const place = places.get(key) ?? new HandlerPlace();
    places.set(key, place);
    return place;
  }

  /** Returns a number for a new handler, higher than those of all earlier handlers and claims. */
  addHandler(): number {
    return ++this.#count;
  }

  isRunning(key: string): boolean {
    return this.running.get(key)?.isAlive ?? false;
  }

  /** Notes which handler claimed an event. */
  noteClaim(key: string, handler: number): void {
    this.#claimedBy.delete(key);
    this.#claimedBy.set(key, { handler, at: ++this.#count });
    if (this.#claimedBy.size > maxNoted) this.#claimedBy.delete(this.#claimedBy.keys().next().value!);
  }

  /**
   * Whether the event that a handler is refused was claimed by another handler that existed beside it. A handler that is
   * made in each request is younger than the claim of an earlier request.
   */
  isClaimedByNeighbour(key: string, handler: number): boolean {
    const claim = this.#claimedBy.get(key);
    return claim !== undefined && claim.handler !== handler && handler < claim.at;
  }
}

const places = new WeakMap<object, HandlerPlace>();

/** How many claims are noted: more than an endpoint receives while the sender repeats one event. */
const maxNoted = 10_000;
