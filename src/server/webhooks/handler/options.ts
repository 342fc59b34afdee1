import type { UnknownWebhookEvent, WebhookEvent, WebhookEventOf, WebhookEventType } from '../events.js';
import type { WebhookSecret } from '../secrets.js';
import type { WebhookStore } from '../stores/store.js';

type Reply = void | Promise<void>;

export interface WebhookHandlerOptions {
  /** The endpoint's secret, or several while they are rotated. `WHEREBY_WEBHOOK_SECRET` where left out. */
  readonly secret?: WebhookSecret | undefined;
  /** How far the time of sending may lie from now, before or after, in seconds; 300 where left out. */
  readonly tolerance?: number | undefined;
  /** The time now in milliseconds; `Date.now` where left out. */
  readonly now?: (() => number) | undefined;
  /** Where handled events are remembered; a `memoryStore()` where left out. */
  readonly store?: WebhookStore | undefined;
  /** What to do with an event, by its type. Runs once for each event; runs again only after it threw. */
  readonly on?:
    { readonly [Type in WebhookEventType]?: ((event: WebhookEventOf<Type>) => Reply) | undefined } | undefined;
  /** Hears every event, after the function for its type. */
  readonly onAny?: ((event: WebhookEvent | UnknownWebhookEvent) => Reply) | undefined;
  /** Hears events this version has no definition of, and why: a new type, or data that is not as documented. */
  readonly onUnknown?: ((event: UnknownWebhookEvent, problem: string) => Reply) | undefined;
  /**
   * Hears what went wrong with the status that was or would have been answered. Where left out, what is the
   * receiver's fault (500 and above) goes to `console.error`.
   */
  readonly onError?: ((error: unknown, context: { readonly status: number }) => void) | undefined;
  /** By when a request is answered, in milliseconds; 4000 where left out. The sender waits 5 seconds. */
  readonly answerWithin?: number | undefined;
  /**
   * What to answer when functions are not done by then. Both go on.
   * `retry` (where left out): 503. The sender asks again and finds the event handled, or handles it again if that
   * failed: nothing is lost. `accept`: 202. No second request, but a failure after it is only heard by `onError`.
   */
  readonly late?: 'retry' | 'accept' | undefined;
  /** Keeps a runtime alive for work that goes on after the answer (`context.waitUntil` of workers). */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  /** The largest body that is read, in bytes; 1 MiB where left out. */
  readonly maxBodyBytes?: number | undefined;
  /** Answer `GET .../health` with 200; false where left out. */
  readonly health?: boolean | undefined;
}
