import { createServerError } from '../../../errors/createServerError.js';
import type { WherebyError } from '../../../errors/WherebyError.js';
import type { WebhookEventOf, WebhookEventType } from '../events.js';
import { findEventProblem, isWebhookEventType } from '../findEventProblem.js';
import { isWebhookEvent } from '../isWebhookEvent.js';
import type { StoredEvent } from '../stores/WebhookStore.js';
import { buildKey } from './buildKey.js';
import type { WebhookHandlerOptions } from './WebhookHandlerOptions.js';

/** A function of the app that runs once for an event. */
export interface EventFunction {
  /** Under which key the store remembers that it ran. */
  readonly key: string;
  run(): void | Promise<void>;
}

type Options = Pick<WebhookHandlerOptions, 'name' | 'on' | 'onAny' | 'onUnknown'>;

/**
 * Lists the app's functions for an event in the order in which they run: the function for its type or `onUnknown`, then
 * `onAny`. The first has the key of the event, so that events without a function are remembered too. An event of a known
 * type whose function does not run, because its data does not fit, is reported unless `onUnknown` receives it.
 */
export async function listFunctions(
  event: StoredEvent,
  { name, on = {}, onAny, onUnknown }: Options,
  report: (error: WherebyError) => void,
): Promise<EventFunction[]> {
  const own = isWebhookEvent(event) ? on[event.type] && (() => callFunction(on, event)) : findUnknown();
  const any = onAny && (() => onAny(event));
  const first = { key: await buildKey(name, event.id), run: own ?? any ?? doNothing };
  return own && any ? [first, { key: await buildKey(name, event.id, 'onAny'), run: any }] : [first];

  function findUnknown() {
    const problem = findEventProblem(event) ?? '';
    if (onUnknown) return () => onUnknown(event, problem);
    if (!isWebhookEventType(event.type)) return undefined;
    const unfit = { type: event.type, problem: problem.replace(/\.$/, '') };
    return () => report(createServerError('WEBHOOK_EVENT_UNFIT', unfit));
  }
}

const doNothing = () => undefined;

/** Generic, so that the compiler can see that the function and the event are of the same type. */
const callFunction = <Type extends WebhookEventType>(
  on: NonNullable<WebhookHandlerOptions['on']>,
  event: WebhookEventOf<Type>,
) => on[event.type]?.(event);
