import type { WebhookEnvelope } from './events.js';
import { isObject } from '../isObject.js';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Finds what keeps a value from being an event of any type, as the end of a sentence; undefined if nothing does. */
export function findEnvelopeProblem(value: unknown): string | undefined {
  if (!isObject(value)) return 'is not a JSON object';
  const { id, type, createdAt, data } = value;
  if (!isText(id)) return 'has no text "id"';
  if (!isText(type)) return 'has no text "type"';
  if (!isText(createdAt)) return 'has no text "createdAt"';
  // Ids become keys of databases, and not every database takes blanks, other letters or long keys.
  if (!/^[!-~]{1,255}$/.test(id)) return 'has an "id" that is not 1 to 255 printable ASCII characters';
  if (Number.isNaN(Date.parse(createdAt))) return 'has a "createdAt" that is not a time';
  if (!isObject(data)) return 'has no object "data"';
  return undefined;
}

/** Whether a value has what every event has. Says nothing about its type and the fields of its data. */
export const isEnvelope = (value: unknown): value is WebhookEnvelope => findEnvelopeProblem(value) === undefined;
