import { WherebyError } from '../../errors/WherebyError.js';
import type { WebhookEvent } from './events.js';
import { envelopeProblem } from './readEvent.js';

// Drops a byte order mark, which JSON.parse does not take.
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The event in a body. Throws `WEBHOOK_BODY_INVALID` for what is no JSON, `WEBHOOK_EVENT_INVALID` for JSON that is no event. */
export function parseBody(body: string | Uint8Array): WebhookEvent {
  let value: unknown;
  try {
    value = JSON.parse(typeof body === 'string' ? body.replace(/^\ufeff/, '') : decoder.decode(body));
  } catch {
    // The parser's own message quotes the body, which names people: it is not passed on.
    throw new WherebyError(
      'WEBHOOK_BODY_INVALID',
      `the body (${body.length} ${typeof body === 'string' ? 'characters' : 'bytes'}) is not JSON. Its signature is right, so the sender meant it: look at what it sends.`,
    );
  }
  const problem = envelopeProblem(value);
  if (problem)
    throw new WherebyError(
      'WEBHOOK_EVENT_INVALID',
      `the body ${problem}, so it is not a webhook event. Its signature is right: look at what the sender sends.`,
    );
  return value as WebhookEvent;
}
