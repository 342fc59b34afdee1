import type { UnknownWebhookEvent, WebhookEvent, WebhookEventOf, WebhookEventType } from '../events.js';
import type { Secrets } from '../../crypto/parseSecrets.js';
import type { WebhookStore } from '../stores/WebhookStore.js';

type Awaitable = void | Promise<void>;

export interface WebhookHandlerOptions {
  /**
   * Tells handlers apart that share a store, such as those of attendance and of billing: each handles every event. 1 to 40
   * letters, digits, `-`, `_` and `.`; keep it, or repeats of earlier events are handled again. Required if two share one.
   */
  readonly name?: string | undefined;
  /**
   * The endpoint's secret, or several while they are rotated. Defaults to `WHEREBY_WEBHOOK_SECRET`, read with each
   * request and without the white space around it. A function is called with each request, so that a secret is rotated
   * without a restart; it may be async, and should keep what it fetches.
   */
  readonly secret?: Secrets | (() => Secrets | undefined | Promise<Secrets | undefined>) | undefined;
  /** How far the time of sending may differ from now, before or after, in seconds. Defaults to 300; `Infinity` accepts any time. */
  readonly tolerance?: number | undefined;
  /** The time now in milliseconds. Defaults to `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** Where handled events are remembered. Defaults to a `memoryStore()`, which is for one process. */
  readonly store?: WebhookStore | undefined;
  /** What to do with an event, by its type. Runs once for each event, and again only if it failed or its process died. */
  readonly on?:
    { readonly [Type in WebhookEventType]?: ((event: WebhookEventOf<Type>) => Awaitable) | undefined } | undefined;
  /**
   * Receives every event, after the function for its type and whether or not that failed. Runs once for each event like
   * the others. Narrow the event with `isWebhookEvent`.
   */
  readonly onAny?: ((event: WebhookEvent | UnknownWebhookEvent) => Awaitable) | undefined;
  /** Receives events that are not in this version's registry, and why: a newer type, or data in another shape. */
  readonly onUnknown?: ((event: UnknownWebhookEvent, problem: string) => Awaitable) | undefined;
  /**
   * Receives what went wrong, with the status of the response (or the one it would have had). By default errors that are
   * the receiver's fault (500 and above) go to `console.error` each time, and refusals to `console.warn` once for each
   * code.
   */
  readonly onError?:
    | ((error: unknown, context: { readonly status: number }) => void)
    | ((error: unknown, context: { readonly status: number }) => Promise<void>)
    | undefined;
  /** By when a request has its response, in milliseconds. Defaults to 4000, because Whereby waits 5 seconds; 0 and `Infinity` mean no limit. */
  readonly answerWithin?: number | undefined;
  /**
   * The response when functions are not done by then. They go on either way. Defaults to `retry`.
   * `retry`: 503. Whereby sends the event again and finds it handled, or it is handled again if it failed: nothing is lost.
   * `accept`: 202. The event is not sent again, and only `onError` learns of a later failure.
   */
  readonly late?: 'retry' | 'accept' | undefined;
  /**
   * Keeps the runtime alive for work that goes on after the response. Workers have it in the context of each request:
   * pass that to the handler instead, `webhooks(request, context)`.
   */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  /** The largest body that is read, in bytes. Defaults to 1 MiB. */
  readonly maxBodyBytes?: number | undefined;
  /** Whether to respond to `GET .../health` with 200. Defaults to false. */
  readonly health?: boolean | undefined;
}
