import type { RequestHandler } from '../http/RequestHandler.js';

/** An endpoint for webhooks. */
export interface WebhookHandler extends RequestHandler {
  /**
   * Runs the functions for events that were claimed and not handled, because a function failed or its process died, and
   * that Whereby may not send again. Call it when the app starts and by a timer, such as every minute. Safe to call in
   * several processes at once. An event whose function keeps failing comes back until the store drops it: from the third
   * failure in a row on after a minute, then after twice as long each time, at most an hour.
   * Never rejects: failures go to `onError`. Resolves to how many events it handled.
   */
  handleAbandoned(): Promise<number>;
  /**
   * Resolves when no function of this handler runs any more. Before a process ends, stop its server, wait for this, then
   * close the database.
   */
  drain(): Promise<void>;
}
