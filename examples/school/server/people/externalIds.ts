import { createHmac } from 'node:crypto';

/**
 * The `externalId` of a person in a lesson. It ends in a code that only this server can make, so that a row of the insights,
 * which has no metadata, still says who somebody was if the webhook that would prove it was lost.
 */
export const buildExternalId = (secret: string, lessonId: string, personId: string): string =>
  `${personId}-${createHmac('sha256', secret).update(`external:${lessonId}:${personId}`).digest('hex').slice(0, 20)}`;

/** The person of an `externalId`, unless somebody made it up or took it from another lesson. */
export function readExternalId(secret: string, lessonId: string, externalId: string): string | undefined {
  const personId = externalId.slice(0, Math.max(0, externalId.lastIndexOf('-')));
  return buildExternalId(secret, lessonId, personId) === externalId ? personId : undefined;
}
