import { WherebyError } from '../../errors/WherebyError.js';
import type { UnknownWebhookEvent, WebhookEvent } from './events.js';
import { findEnvelopeProblem, isEnvelope } from './isEnvelope.js';

// Drops a byte order mark, which JSON.parse refuses.
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses the body of a webhook and checks the envelope. Throws `WEBHOOK_BODY_INVALID` if the body is not JSON,
 * `WEBHOOK_EVENT_INVALID` if it is JSON but not an event.
 */
export function parseBody(body: string | Uint8Array): WebhookEvent | UnknownWebhookEvent {
  const value = parseJson(body);
  if (isEnvelope(value)) return value;
  throw new WherebyError(
    'WEBHOOK_EVENT_INVALID',
    `the body ${findEnvelopeProblem(value)}, so it is not a webhook event. Its signature is right: look at what the sender sends.`,
  );
}

function parseJson(body: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body.replace(/^\ufeff/, '') : decoder.decode(body));
  } catch {
    // The parser's own message quotes the body, which names people: it is not passed on.
    throw new WherebyError(
      'WEBHOOK_BODY_INVALID',
      `the body (${body.length} ${typeof body === 'string' ? 'characters' : 'bytes'}) is not JSON. Its signature is right, so the sender meant it: look at what it sends.`,
    );
  }
}
