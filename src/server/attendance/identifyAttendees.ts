import { WherebyError } from '../../errors.js';
import { verifyMetadata } from '../metadata/verifyMetadata.js';
import type { MetadataEvent, VerifyMetadataOptions } from '../metadata/verifyMetadata.js';

/**
 * Who is who by the signed metadata of the events, for the option `identities` of `summarizeAttendance`: the signed
 * `externalId` (in the simple form the value) by `participantId`. Who carries none, or one that is copied, changed or
 * expired, is not in it. Rejects with `METADATA_KEY_MISSING` only.
 */
export async function identifyAttendees(
  events: Iterable<MetadataEvent & { readonly type: string }>,
  { key, simple }: Pick<VerifyMetadataOptions, 'key' | 'simple'>,
): Promise<Map<string, string>> {
  const identities = new Map<string, { readonly id: string; readonly at: number }>();
  for (const event of events) {
    const { participantId } = event.data as { readonly participantId?: unknown };
    // A `left` comes when the value may have expired; who was let in by `joined` stays who they are.
    if (event.type !== 'room.client.joined' || typeof participantId !== 'string') continue;
    try {
      const { externalId, value } = await verifyMetadata({ event, key, simple });
      const at = Date.parse(event.createdAt);
      const id = externalId ?? value;
      const before = identities.get(participantId);
      if (!before || at < before.at || (at === before.at && id < before.id)) identities.set(participantId, { id, at });
    } catch (error) {
      if (!(error instanceof WherebyError) || error.code === 'METADATA_KEY_MISSING') throw error;
    }
  }
  return new Map([...identities].map(([participantId, { id }]) => [participantId, id]));
}
