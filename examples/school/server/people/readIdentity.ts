import { verifyMetadata } from 'react-whereby-embed/server';
import type { UnknownWebhookEvent, WebhookEvent } from 'react-whereby-embed/server';
import type { School } from '../School.js';
import { readExternalId } from './externalIds.js';

/** The person whom an event's signed metadata proves, in this lesson. What somebody typed as their name proves nothing. */
export async function readIdentity(
  { secret }: School,
  lessonId: string,
  event: WebhookEvent | UnknownWebhookEvent,
): Promise<string | undefined> {
  if (!('metadata' in event.data) || !event.data.metadata) return undefined;
  try {
    const { externalId } = await verifyMetadata({ event, key: secret });
    return externalId === null ? undefined : readExternalId(secret, lessonId, externalId);
  } catch {
    return undefined;
  }
}
