import { personRoles } from '../../../server/roles.js';
import { webhookEvents } from '../../../server/webhooks/events.js';
import type { WebhookEventType } from '../../../server/webhooks/events.js';
import type { Role } from '../../wire.js';

export type Input = Readonly<Record<string, unknown>>;

/** Thrown for what a control call cannot use; answered with 400. */
export class InputError extends Error {}

function parse(text: string): Input {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Input;
  } catch {
    // Falls through to the same answer.
  }
  throw new InputError('the body must be a JSON object');
}

/**
 * JSON or a form; forms know only texts, so numbers and yes or no come as such too. What is more than texts comes as
 * JSON in a field `json`.
 */
export async function readInput(request: Request): Promise<{ readonly input: Input; readonly isForm: boolean }> {
  const type = request.headers.get('content-type') ?? '';
  const text = await request.text();
  if (type.startsWith('application/x-www-form-urlencoded')) {
    const { json, ...fields } = Object.fromEntries(new URLSearchParams(text));
    return { input: { ...fields, ...(json === undefined ? {} : parse(json)) }, isForm: true };
  }
  return { input: text.trim() ? parse(text) : {}, isForm: false };
}

const isAbsent = (value: unknown) => value === undefined || value === null || value === '';

export function text(input: Input, name: string): string | undefined {
  const value = input[name];
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'string') throw new InputError(`${name} must be a string`);
  return value;
}

export function neededText(input: Input, name: string): string {
  const value = text(input, name);
  if (value === undefined) throw new InputError(`${name} is required`);
  return value;
}

export function number(input: Input, name: string): number | undefined {
  const value = input[name];
  if (isAbsent(value)) return undefined;
  const result = typeof value === 'string' ? Number(value) : value;
  if (typeof result !== 'number' || !Number.isFinite(result) || result < 0)
    throw new InputError(`${name} must be a number that is not negative`);
  return result;
}

export function yesNo(input: Input, name: string): boolean | undefined {
  const value = input[name];
  if (isAbsent(value)) return undefined;
  if (value === true || value === 'true' || value === 'on') return true;
  if (value === false || value === 'false') return false;
  throw new InputError(`${name} must be true or false`);
}

/** An array of texts, or one text with commas. */
export function texts(input: Input, name: string): readonly string[] | undefined {
  const value = input[name];
  if (isAbsent(value)) return undefined;
  const list = typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value;
  if (!Array.isArray(list) || !list.every((one) => typeof one === 'string'))
    throw new InputError(`${name} must be an array of strings`);
  return list.filter(Boolean);
}

export function oneOf<const Choice extends string>(
  input: Input,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = text(input, name);
  if (value !== undefined && !choices.includes(value as Choice))
    throw new InputError(`${name} must be one of ${choices.join(', ')}`);
  return value as Choice | undefined;
}

export function time(input: Input, name: string): number | undefined {
  const value = text(input, name);
  const result = value === undefined ? undefined : Date.parse(value);
  if (result !== undefined && Number.isNaN(result)) throw new InputError(`${name} must be an ISO time`);
  return result;
}

/** Who can be sent into a room: a person, or an assistant. The other machines come with a recording, a stream or captions. */
export const roles: readonly Role[] = [...personRoles, 'assistant'];

export const eventTypes = Object.keys(webhookEvents) as readonly WebhookEventType[];
