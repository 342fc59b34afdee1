import type { UnknownWebhookEvent, WebhookEvent } from '../events.js';
import { eventProblem } from '../readEvent.js';
import type { WebhookHandlerOptions } from './options.js';

/** Runs the app's functions for an event, one after the other. */
export async function dispatch(
  event: WebhookEvent,
  { on = {}, onAny, onUnknown }: WebhookHandlerOptions,
): Promise<void> {
  const problem = eventProblem(event);
  if (problem) await onUnknown?.(event as UnknownWebhookEvent, problem);
  // The type of the function goes with the type of the event, which is more than the compiler can follow.
  else await (on[event.type] as ((event: WebhookEvent) => void | Promise<void>) | undefined)?.(event);
  await onAny?.(event);
}
