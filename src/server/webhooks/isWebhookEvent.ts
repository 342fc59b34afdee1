import type { WebhookEvent, WebhookEventType } from './events.js';
import { findEventProblem } from './findEventProblem.js';
import { isEnvelope } from './isEnvelope.js';

/**
 * Whether a value is an event of the registry, or of one type of it: envelope and data are as documented. Narrows what
 * `verifyWebhook` returns and what a store keeps. Fields beyond the documented ones do not matter. Never throws.
 */
export function isWebhookEvent<Type extends WebhookEventType = WebhookEventType>(
  value: unknown,
  type?: Type,
): value is Extract<WebhookEvent, { readonly type: Type }> {
  return isEnvelope(value) && (type === undefined || value.type === type) && findEventProblem(value) === undefined;
}
