import { webhookEvents } from './events.js';
import type { UnknownWebhookEvent, WebhookDefinition, WebhookEvent, WebhookEventType } from './events.js';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What keeps a value from being an event of any type, as the end of a sentence; undefined where it is one. */
export function envelopeProblem(value: unknown): string | undefined {
  if (!isObject(value)) return 'is not a JSON object';
  for (const name of ['id', 'type', 'createdAt'])
    if (typeof value[name] !== 'string' || !value[name]) return `has no text "${name}"`;
  // Ids are keys of databases, some of which take no blanks, no letters beyond ASCII and no great length.
  if (!/^[!-~]{1,255}$/.test(value.id as string)) return 'has an "id" that is not 1 to 255 printable ASCII characters';
  if (Number.isNaN(Date.parse(value.createdAt as string))) return 'has a "createdAt" that is no time';
  return isObject(value.data) ? undefined : 'has no object "data"';
}

/** Whether the registry has a type of this name. */
export const isWebhookEventType = (type: unknown): type is WebhookEventType =>
  typeof type === 'string' && Object.hasOwn(webhookEvents, type);

/** What keeps an event from being one of the registry, as a sentence; undefined where it is one. */
export function eventProblem({ type, data }: Pick<UnknownWebhookEvent, 'type' | 'data'>): string | undefined {
  if (!isWebhookEventType(type)) return `The type is not known to this version.`;
  const { groups }: WebhookDefinition<unknown> = webhookEvents[type];
  for (const { required, optional } of groups) {
    for (const [name, field] of Object.entries(required))
      if (!field.is(data[name])) return `data.${name} is not as documented.`;
    for (const [name, field] of Object.entries(optional))
      // Senders differ in whether they leave a field out or write null.
      if (data[name] !== undefined && data[name] !== null && !field.is(data[name]))
        return `data.${name} is not as documented.`;
  }
  return undefined;
}

/**
 * Whether a value is an event of the registry, of the given type where one is named: envelope and data are as
 * documented. Unknown fields do no harm. Throws nothing.
 */
export function isWebhookEvent<Type extends WebhookEventType = WebhookEventType>(
  value: unknown,
  type?: Type,
): value is Extract<WebhookEvent, { readonly type: Type }> {
  if (envelopeProblem(value)) return false;
  const event = value as UnknownWebhookEvent;
  return (type === undefined || event.type === type) && !eventProblem(event);
}
