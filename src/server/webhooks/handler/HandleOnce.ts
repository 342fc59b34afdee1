import { createServerError } from '../../../errors/createServerError.js';
import { WherebyError } from '../../../errors/WherebyError.js';
import { withoutValues } from '../../logging/withoutValues.js';
import { pause } from '../../pause.js';
import type { Deadline } from '../../http/createDeadline.js';
import { defaultLease } from '../stores/defaultLease.js';
import type { AbandonedEvent, Claim, StoredEvent, WebhookStore } from '../stores/WebhookStore.js';
import { HandlerPlace } from './HandlerPlace.js';
import { Lease } from './Lease.js';
import type { EventFunction } from './listFunctions.js';

/** An event that is being handled, or was handled before. */
export interface Started {
  /** Rejects with `WEBHOOK_HANDLER_FAILED`, `WEBHOOK_STORE_FAILED` or `WEBHOOK_LATE`. */
  readonly result: Promise<'handled' | 'duplicate'>;
}

/** A function and the claim to run it. */
interface WonClaim {
  readonly function: EventFunction;
  readonly token: string;
}

/**
 * Runs each of the functions for an event once, however often the event is sent and to however many processes.
 *
 * It guarantees:
 *
 * 1. At any time at most one request runs a function for an event.
 * 2. Once a function has succeeded, it does not run again for that event, whatever happens to the other functions. If all
 *    have, every later request is a duplicate.
 * 3. A function that failed runs again with the next request.
 * 4. A function whose process died runs again with the first request after its lease.
 * 5. No event is dropped silently. From the claim on the store has its body, and `handleAbandoned` runs the functions that
 *    failed or died when no request comes. What is neither handled nor claimed is an error, after which the sender sends
 *    the event again.
 * 6. Handlers of different names do not know of each other: each handles every event.
 *
 * How:
 *
 * - Each function has a key of its own: the handler's name, the event's id and, for a second function, its name (2, 6).
 * - `store.claim(key, event)` is atomic. One claim wins, and the others are `busy` until the winner completes or releases
 *   it, or its lease runs out (1, 4). While a function runs, its lease is renewed, so that leases can be short however
 *   long functions take (1). A function that runs in this process is busy whatever the store says (1).
 * - A busy request claims again every 100 ms until its own deadline, because a sender retries for a few seconds only and
 *   may not come back after the lease (4, 5).
 * - Success is recorded with `store.complete`, a failure with `store.release` (2, 3). If the release fails too, the
 *   lease runs out. What keeps failing without a request is released for a later time each time (5).
 * - If success cannot be recorded, the key is kept in memory: the next request for it in this process records it and runs
 *   nothing (2).
 * - Two handlers without a name that share a store would take each other's events. The one that finds an event taken by
 *   its neighbour responds with an error that asks for names (5).
 *
 * It cannot guarantee that the functions' own effects happen once: after a process dies between the end of a function and
 * the record of it, the function runs again. It also does if a process stands still for longer than its lease, and then
 * goes on.
 */
export class HandleOnce {
  readonly #store: WebhookStore;
  readonly #isNamed: boolean;
  readonly #place: HandlerPlace;
  readonly #handler: number;
  /** What has not ended, for `drain`. */
  readonly #working = new Set<Promise<unknown>>();

  constructor(store: WebhookStore, name: string | undefined) {
    this.#store = store;
    this.#isNamed = name !== undefined;
    this.#place = HandlerPlace.of(store);
    this.#handler = this.#place.addHandler();
  }

  /**
   * Starts the functions for an event that have not run before. Resolves when one is claimed or all are found handled, so
   * what has not resolved yet is nobody's claim. Rejects with `WEBHOOK_STORE_FAILED` or `WEBHOOK_NAME_MISSING`, or with
   * `WEBHOOK_LATE` if other requests hold the claims until the deadline.
   */
  start(event: StoredEvent, functions: readonly EventFunction[], deadline: Deadline): Promise<Started> {
    return this.#track(this.#start(event, functions, deadline));
  }

  /**
   * Runs a function for an event that was claimed and not handled, unless it is claimed again meanwhile. Rejects as
   * `start` does.
   */
  async resume(event: StoredEvent, resumed: EventFunction): Promise<'handled' | 'duplicate'> {
    const { won } = await this.#track(this.#claimAll(event, [resumed]));
    if (won.length === 0) return 'duplicate';
    return this.#track(this.#runAll(event, won, false, () => this.#place.noteFailure(resumed.key)));
  }

  /** Lists the events that were claimed, are not handled and nobody holds. */
  async listAbandoned(): Promise<readonly AbandonedEvent[]> {
    const { abandoned } = this.#store;
    if (!abandoned)
      throw createServerError('WEBHOOK_OPTIONS_INVALID', {
        problem: '`handleAbandoned` needs a `store` with the method `abandoned`',
      });
    return this.#ask('list abandoned events', undefined, () => abandoned.call(this.#store));
  }

  /** Resolves when no function runs and no claim is under way. */
  async drain(): Promise<void> {
    while (this.#working.size > 0) await Promise.all(this.#working);
  }

  #track<T>(work: Promise<T>): Promise<T> {
    const ended: Promise<unknown> = work.then(ignore, ignore).then(() => this.#working.delete(ended));
    this.#working.add(ended);
    return work;
  }

  async #start(event: StoredEvent, functions: readonly EventFunction[], deadline: Deadline): Promise<Started> {
    for (;;) {
      const { won, isBusy } = await this.#claimAll(event, functions);
      if (won.length > 0) return { result: this.#track(this.#runAll(event, won, isBusy)) };
      if (!isBusy) return duplicate;
      if (deadline.left() < pauseBetween) throw createServerError('WEBHOOK_LATE');
      await pause(pauseBetween);
    }
  }

  async #claimAll(event: StoredEvent, functions: readonly EventFunction[]) {
    const won: WonClaim[] = [];
    let isBusy = false;
    try {
      for (const each of functions) {
        const claim = await this.#claim(event, each.key);
        if (claim.state === 'won') won.push({ function: each, token: claim.token });
        if (claim.state === 'busy') isBusy = true;
      }
    } catch (error) {
      await Promise.all(won.map((claim) => this.#release(claim)));
      throw error;
    }
    return { won, isBusy };
  }

  async #claim(event: StoredEvent, key: string): Promise<Claim> {
    const { running, unrecorded } = this.#place;
    if (unrecorded.has(key)) {
      await this.#record(event, key);
      return { state: 'done' };
    }
    const claim: Claim = this.#place.isRunning(key)
      ? { state: 'busy' }
      : await this.#ask('claim an event', event, async () => checkClaim(await this.#store.claim(key, event)));
    if (claim.state === 'won') {
      running.set(key, new Lease(() => this.#renew(key, claim.token), (this.#store.lease ?? defaultLease) / 3));
      this.#place.noteClaim(key, this.#handler);
    } else if (!this.#isNamed && this.#place.isClaimedByNeighbour(key, this.#handler)) {
      throw createServerError('WEBHOOK_NAME_MISSING');
    }
    return claim;
  }

  /**
   * Runs the functions that were won, each whether or not an earlier one fails.
   * @param findRetryTime in how many milliseconds a function that failed may run again
   */
  async #runAll(
    event: StoredEvent,
    won: readonly WonClaim[],
    isBusy: boolean,
    findRetryTime = () => 0,
  ): Promise<'handled'> {
    const failures: unknown[] = [];
    let unrecorded: unknown;
    for (const claim of won) {
      try {
        await claim.function.run();
      } catch (failure) {
        failures.push(failure);
        await this.#release(claim, findRetryTime());
        continue;
      }
      try {
        await this.#record(event, claim.function.key);
      } catch (error) {
        unrecorded = error;
      }
      this.#end(claim);
    }
    if (failures.length > 0) {
      const failure = failures.length === 1 ? failures[0] : new AggregateError(failures, 'Two functions failed.');
      const cause = withoutValues(failure, valuesOf(event), { source: 'app' });
      throw createServerError('WEBHOOK_HANDLER_FAILED', { type: event.type }, { cause });
    }
    if (unrecorded) throw unrecorded;
    if (isBusy) throw createServerError('WEBHOOK_LATE');
    return 'handled';
  }

  async #renew(key: string, token: string): Promise<boolean> {
    const { renew } = this.#store;
    return renew ? renew.call(this.#store, key, token) : false;
  }

  async #release(claim: WonClaim, retryAfter = 0): Promise<void> {
    try {
      await this.#store.release(claim.function.key, claim.token, retryAfter);
    } catch {
      // The lease runs out.
    } finally {
      this.#end(claim);
    }
  }

  #end({ function: { key } }: WonClaim): void {
    this.#place.running.get(key)?.stop();
    this.#place.running.delete(key);
  }

  async #record(event: StoredEvent, key: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#ask('record a handled event', event, () => this.#store.complete(key, event));
        this.#place.unrecorded.delete(key);
        this.#place.failures.delete(key);
        return;
      } catch (error) {
        this.#place.unrecorded.add(key);
        if (attempt === recordAttempts) throw error;
        await pause(pauseBetween);
      }
    }
  }

  /** Calls a method of the store. It may return or throw at once, as those over synchronous drivers do. */
  async #ask<T>(action: string, event: StoredEvent | undefined, call: () => T | Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      const cause = error instanceof WherebyError ? error : withoutValues(error, valuesOf(event), { source: 'driver' });
      throw createServerError('WEBHOOK_STORE_FAILED', { action }, { cause });
    }
  }
}

/** A store of one's own may be plain JavaScript. */
function checkClaim(claim: Claim | undefined): Claim {
  if (claim && ['won', 'done', 'busy'].includes(claim.state)) return claim;
  throw createServerError('WEBHOOK_OPTIONS_INVALID', {
    problem: '`claim` of the `store` must return an object whose `state` is won, done or busy',
  });
}

/** What of an event is no word of this package: its id, and what it says of people. */
const valuesOf = (event: StoredEvent | undefined) => event && [event.id, event.data];

const duplicate: Started = { result: Promise.resolve('duplicate') };

const ignore = () => undefined;

const recordAttempts = 3;

/** Milliseconds between two attempts to claim or to record. */
const pauseBetween = 100;
