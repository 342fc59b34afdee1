import type { UnknownWebhookEvent, WebhookEvent, WebhookEventOf, WebhookEventType } from '../events.js';
import { createServerError } from '../../../errors/createServerError.js';
import type { WherebyError } from '../../../errors/WherebyError.js';
import { findEventProblem, isWebhookEventType } from '../findEventProblem.js';
import { isWebhookEvent } from '../isWebhookEvent.js';
import type { WebhookHandlerOptions } from './WebhookHandlerOptions.js';

type Functions = NonNullable<WebhookHandlerOptions['on']>;

/**
 * Runs the app's functions for an event, one after the other: the function for its type or `onUnknown`, then `onAny`. An
 * event of a known type whose function does not run, because its data does not fit, is reported unless `onUnknown`
 * receives it.
 */
export async function dispatchEvent(
  event: WebhookEvent | UnknownWebhookEvent,
  { on = {}, onAny, onUnknown }: WebhookHandlerOptions,
  report: (error: WherebyError) => void,
): Promise<void> {
  if (isWebhookEvent(event)) await callFunction(on, event);
  else {
    const problem = findEventProblem(event)!;
    if (onUnknown) await onUnknown(event, problem);
    else if (isWebhookEventType(event.type))
      report(createServerError('WEBHOOK_EVENT_UNFIT', { type: event.type, problem: problem.replace(/\.$/, '') }));
  }
  await onAny?.(event);
}

/** Generic, so that the compiler can see that the function and the event are of the same type. */
const callFunction = <Type extends WebhookEventType>(on: Functions, event: WebhookEventOf<Type>) =>
  on[event.type]?.(event);
