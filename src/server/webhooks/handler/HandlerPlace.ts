import { LimitedMap } from '../../LimitedMap.js';
import { findPlace } from '../stores/sharedPlaces.js';
import type { WebhookStore } from '../stores/WebhookStore.js';
import type { Lease } from './Lease.js';

/** What the handlers of this process that share one store know of it. */
export class HandlerPlace {
  /** The functions that run in this process, by their key. */
  readonly running = new Map<string, Lease>();
  /** Keys of functions that succeeded in this process but could not be recorded. */
  readonly unrecorded = new Set<string>();
  /** How often functions that no request asked for failed in a row, by their key. */
  readonly failures = new LimitedMap<string, number>(maxNoted);
  readonly #claimedBy = new LimitedMap<string, { readonly handler: number; readonly at: number }>(maxNoted);
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

  /**
   * Notes that a function failed that no request asked for.
   * @returns in how many milliseconds it may run again: at once at first, then in a minute, and in twice as long each time
   */
  noteFailure(key: string): number {
    const failures = (this.failures.get(key) ?? 0) + 1;
    this.failures.setLast(key, failures);
    return failures <= failuresWithoutPause
      ? 0
      : Math.min(firstPause * 2 ** (failures - failuresWithoutPause - 1), longestPause);
  }

  /** Notes which handler claimed an event. */
  noteClaim(key: string, handler: number): void {
    this.#claimedBy.setLast(key, { handler, at: ++this.#count });
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

/** How many keys are noted: more than an endpoint receives while the sender repeats one event. */
const maxNoted = 10_000;

/** A deadlock or a service that was away may be over at once. */
const failuresWithoutPause = 2;

/** Milliseconds. */
const firstPause = 60_000;
const longestPause = 3_600_000;
