import type { UnknownWebhookEvent, WebhookEvent, WebhookEventOf, WebhookEventType } from '../events.js';
import { findEventProblem } from '../findEventProblem.js';
import { isWebhookEvent } from '../isWebhookEvent.js';
import type { WebhookHandlerOptions } from './WebhookHandlerOptions.js';

type Functions = NonNullable<WebhookHandlerOptions['on']>;

/** Runs the app's functions for an event, one after the other: the function for its type or `onUnknown`, then `onAny`. */
export async function dispatchEvent(
  event: WebhookEvent | UnknownWebhookEvent,
  { on = {}, onAny, onUnknown }: WebhookHandlerOptions,
): Promise<void> {
  if (isWebhookEvent(event)) await callFunction(on, event);
  else await onUnknown?.(event, findEventProblem(event)!);
  await onAny?.(event);
}

/** Generic, so that the compiler can see that the function and the event are of the same type. */
const callFunction = <Type extends WebhookEventType>(on: Functions, event: WebhookEventOf<Type>) =>
  on[event.type]?.(event);
