import { truncate } from './scrubBody.js';

/** The messages of an error and its causes, because "fetch failed" alone explains nothing. */
export function describeCause(error: unknown): string {
  const messages: string[] = [];
  for (let each = error, depth = 0; each instanceof Error && depth < 4; each = each.cause, depth++) {
    // The AggregateError for a host with several addresses has a code but no message.
    const { code } = each as { code?: unknown };
    messages.push(each.message || (typeof code === 'string' ? code : each.name));
  }
  return truncate(messages.join(': ') || 'for an unknown reason', 300);
}

/**
 * A copy of an error with only its reason, name and code: the error of a `fetch` that was passed in may contain the
 * whole request, key included.
 */
export function wrapCause(error: unknown, reason: string): Error {
  const copy = new Error(reason);
  const { name, code } = (typeof error === 'object' && error ? error : {}) as Record<string, unknown>;
  if (isShortWord(name)) copy.name = name;
  if (isShortWord(code)) Object.assign(copy, { code });
  return copy;
}

const isShortWord = (value: unknown): value is string => typeof value === 'string' && /^\w{1,40}$/.test(value);
