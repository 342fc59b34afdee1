import { WherebyError } from '../../../errors/WherebyError.js';
import type { WebhookEvent } from '../events.js';
import type { Claim, WebhookStore } from '../stores/store.js';
import type { Deadline } from './deadline.js';

const storeFailed = (verb: string, cause: unknown) =>
  new WherebyError(
    'WEBHOOK_STORE_FAILED',
    `the store of the webhook handler could not ${verb}. Its own error is the \`cause\`. The event will be sent again.`,
    { cause },
  );

const busy = () =>
  new WherebyError(
    'WEBHOOK_LATE',
    'another request is handling the same event and is not done. The event will be sent again. ' +
      'If nothing is handling it, a process died at it: the next request after its lease wins.',
  );

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How often a store that failed to note a finished event is asked again at once. */
const attempts = 3;
const between = 100;

/**
 * Waits for a claim while another request holds it: a sender retries only for seconds, and the lease of a process
 * that died may run out meanwhile.
 */
async function claim(store: WebhookStore, id: string, deadline: Deadline): Promise<Claim> {
  for (;;) {
    const answer = await store.claim(id).catch((cause: unknown) => {
      throw storeFailed('be asked for a claim', cause);
    });
    if (answer.state !== 'busy' || deadline.left() < between) return answer;
    await pause(between);
  }
}

/** What keeps an event's functions from running twice. One for each handler. */
export class HandleOnce {
  /** Handled here, but the store could not note it: their functions must not run again in this process. */
  readonly #unrecorded = new Set<string>();
  readonly #store: WebhookStore;

  constructor(store: WebhookStore) {
    this.#store = store;
  }

  /**
   * Runs the work for an event unless it was done before. `started` is called when the event is this request's own.
   * Throws `WEBHOOK_STORE_FAILED`, `WEBHOOK_LATE` where another request is at it, and `WEBHOOK_HANDLER_FAILED`.
   */
  async run(
    event: WebhookEvent,
    deadline: Deadline,
    work: () => Promise<void>,
    started: () => void,
  ): Promise<'handled' | 'duplicate'> {
    const { id } = event;
    if (this.#unrecorded.has(id)) {
      await this.#record(event);
      return 'duplicate';
    }
    const answer = await claim(this.#store, id, deadline);
    if (answer.state === 'done') return 'duplicate';
    if (answer.state === 'busy') throw busy();
    started();
    try {
      await work();
    } catch (cause) {
      // Where this fails too, the lease runs out and the retry after that wins.
      await this.#store.release(id, answer.token).catch(() => undefined);
      throw new WherebyError(
        'WEBHOOK_HANDLER_FAILED',
        `a function of the webhook handler failed for an event of type ${event.type}. Its own error is the \`cause\`. ` +
          'The event will be sent again, up to twice within seconds.',
        { cause },
      );
    }
    await this.#record(event);
    return 'handled';
  }

  async #record(event: WebhookEvent): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#store.complete(event.id, event);
        this.#unrecorded.delete(event.id);
        return;
      } catch (cause) {
        this.#unrecorded.add(event.id);
        if (attempt === attempts) throw storeFailed('note a handled event', cause);
        await pause(between);
      }
    }
  }
}
