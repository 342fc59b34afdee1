import { webhookEvents } from './events.js';
import type { WebhookDefinition, WebhookEnvelope, WebhookEventType } from './events.js';

/** Whether the registry has a type of this name. */
export const isWebhookEventType = (type: string): type is WebhookEventType => Object.hasOwn(webhookEvents, type);

/** Finds what keeps an event from being one of the registry, as a sentence; undefined if nothing does. */
export function findEventProblem({ type, data }: Pick<WebhookEnvelope, 'type' | 'data'>): string | undefined {
  if (!isWebhookEventType(type)) return 'The type is not known to this version.';
  const { groups }: WebhookDefinition<unknown> = webhookEvents[type];
  for (const { required, optional } of groups) {
    for (const [name, field] of Object.entries(required))
      if (!field.is(data[name])) return `data.${name} is not as documented.`;
    for (const [name, field] of Object.entries(optional))
      // Some senders omit an optional field, others write null.
      if (data[name] !== undefined && data[name] !== null && !field.is(data[name]))
        return `data.${name} is not as documented.`;
  }
  return undefined;
}
