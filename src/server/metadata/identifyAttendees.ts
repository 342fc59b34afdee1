import { WherebyError } from '../../errors/WherebyError.js';
import { createAttendance } from '../attendance/createAttendance.js';
import { refuseSharedMetadata } from './refuseSharedMetadata.js';
import type { Identified } from './refuseSharedMetadata.js';
import { verifyMetadata } from './verifyMetadata.js';
import type { MetadataEvent, VerifyMetadataOptions } from './verifyMetadata.js';

export interface IdentifyOptions extends Pick<VerifyMetadataOptions, 'key' | 'simple'> {
  /**
   * What to do if two connections with the same signed text were in the room together for more than two minutes.
   * `refuse` (the default): the text was copied, and the later connection is not identified. `accept`: it is the
   * person's second device, for example if one URL was sent by mail and opened twice.
   */
  readonly shared?: 'refuse' | 'accept' | undefined;
}

/**
 * Identifies attendees by the signed metadata of their events, for the option `identities` of `summarizeAttendance`.
 * Returns the signed `externalId` (in the simple form the value) by `participantId`. Participants without signed
 * metadata, or whose metadata is copied, changed or expired, are not in it.
 *
 * Pass all events of a meeting: who was there together shows what was copied. Rejects only with `METADATA_KEY_MISSING`.
 */
export async function identifyAttendees(
  events: Iterable<MetadataEvent & { readonly type: string }>,
  { key, simple, shared = 'refuse' }: IdentifyOptions,
): Promise<Map<string, string>> {
  const identities = new Map<string, Identified>();
  const attendance = createAttendance();
  let last = -Infinity;
  for (const event of events) {
    attendance.add(event);
    const at = Date.parse(event.createdAt);
    if (at > last) last = at;
    const { participantId } = event.data as { readonly participantId?: unknown };
    // When `left` arrives the metadata may have expired; whoever was identified by `joined` stays identified.
    if (event.type !== 'room.client.joined' || typeof participantId !== 'string') continue;
    try {
      const { externalId, value } = await verifyMetadata({ event, key, simple });
      const id = externalId ?? value;
      const before = identities.get(participantId);
      if (!before || at < before.at || (at === before.at && id < before.id))
        identities.set(participantId, { id, at, metadata: String(event.data.metadata) });
    } catch (error) {
      if (!(error instanceof WherebyError) || error.code === 'METADATA_KEY_MISSING') throw error;
    }
  }
  if (shared === 'refuse') refuseSharedMetadata(identities, attendance, last);
  return new Map([...identities].map(([participantId, { id }]) => [participantId, id]));
}
