import { createServerError } from '../../../errors/createServerError.js';
import { pause } from '../../pause.js';
import type { StoredEvent, WebhookStore } from '../stores/WebhookStore.js';
import type { Deadline } from '../../http/createDeadline.js';

/** An event that is being handled, or was handled before. */
export interface Started {
  /** Rejects with `WEBHOOK_HANDLER_FAILED` or `WEBHOOK_STORE_FAILED`. */
  readonly result: Promise<'handled' | 'duplicate'>;
}

/**
 * Runs the functions for an event once, however often the event is sent and to however many processes.
 *
 * It guarantees:
 *
 * 1. At any time at most one request runs the functions of an event.
 * 2. Once they have succeeded, they do not run again: every later request is a duplicate.
 * 3. If they failed, they run again with the next request.
 * 4. If their process died, they run again with the first request after its lease.
 * 5. No event is dropped silently. Whatever is neither handled nor claimed is an error, after which the sender sends
 *    the event again.
 *
 * How:
 *
 * - `store.claim(id)` is atomic. One claim wins, and the others are `busy` until the winner completes or releases it, or
 *   its lease runs out (1, 4).
 * - A busy request claims again every 100 ms until its own deadline, because a sender retries for a few seconds only and
 *   may not come back after the lease (4, 5).
 * - Success is recorded with `store.complete`, a failure with `store.release` (2, 3). If the release fails too, the
 *   lease runs out.
 * - If success cannot be recorded, the id is kept in memory: the next request for it in this process records it and runs
 *   nothing (2).
 *
 * It cannot guarantee that the functions' own effects happen once: after a process dies between the end of its functions
 * and the record of it, they run again, and so they do while functions run longer than the lease.
 */
export class HandleOnce {
  /** Ids of events that were handled in this process but could not be recorded. */
  readonly #unrecorded = new Set<string>();
  readonly #store: WebhookStore;

  constructor(store: WebhookStore) {
    this.#store = store;
  }

  /**
   * Starts handling an event unless it was handled before. Resolves when the event is claimed or found handled, so what
   * has not resolved yet is nobody's claim. Rejects with `WEBHOOK_STORE_FAILED`, or with `WEBHOOK_LATE` if another
   * request holds the claim until the deadline.
   */
  async start(event: StoredEvent, deadline: Deadline, work: () => Promise<void>): Promise<Started> {
    if (this.#unrecorded.has(event.id)) {
      await this.#record(event);
      return duplicate;
    }
    const claim = await this.#claim(event.id, deadline);
    if (claim.state === 'busy') throw createServerError('WEBHOOK_LATE');
    return claim.state === 'done' ? duplicate : { result: this.#handle(event, claim.token, work) };
  }

  async #claim(id: string, deadline: Deadline) {
    for (;;) {
      const claim = await this.#store.claim(id).catch((cause: unknown) => {
        throw createServerError('WEBHOOK_STORE_FAILED', { action: 'claim an event' }, { cause });
      });
      if (claim.state !== 'busy' || deadline.left() < pauseBetween) return claim;
      await pause(pauseBetween);
    }
  }

  async #handle(event: StoredEvent, token: string, work: () => Promise<void>): Promise<'handled'> {
    try {
      await work();
    } catch (cause) {
      await this.#store.release(event.id, token).catch(() => undefined);
      throw createServerError('WEBHOOK_HANDLER_FAILED', { type: event.type }, { cause });
    }
    await this.#record(event);
    return 'handled';
  }

  async #record(event: StoredEvent): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#store.complete(event.id, event);
        this.#unrecorded.delete(event.id);
        return;
      } catch (cause) {
        this.#unrecorded.add(event.id);
        if (attempt === recordAttempts)
          throw createServerError('WEBHOOK_STORE_FAILED', { action: 'record a handled event' }, { cause });
        await pause(pauseBetween);
      }
    }
  }
}

const duplicate: Started = { result: Promise.resolve('duplicate') };

const recordAttempts = 3;

/** Milliseconds between two attempts to claim or to record. */
const pauseBetween = 100;
