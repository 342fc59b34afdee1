import { createServerError } from '../../errors/createServerError.js';
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
  throw createServerError('WEBHOOK_EVENT_INVALID', { problem: `${findEnvelopeProblem(value)}` });
}

function parseJson(body: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body.replace(/^\ufeff/, '') : decoder.decode(body));
  } catch {
    // The parser's own message quotes the body, which names people: it is not passed on.
    throw createServerError('WEBHOOK_BODY_INVALID', {
      problem: `is not JSON (${body.length} ${typeof body === 'string' ? 'characters' : 'bytes'})`,
    });
  }
}
