import { WherebyError } from '../../errors/WherebyError.js';
import { verifyMetadata } from '../metadata/verifyMetadata.js';
import type { MetadataEvent, VerifyMetadataOptions } from '../metadata/verifyMetadata.js';
import { createAttendance } from './createAttendance.js';
import { refuseShared } from './refuseShared.js';
import type { Identified } from './refuseShared.js';

export interface IdentifyOptions extends Pick<VerifyMetadataOptions, 'key' | 'simple'> {
  /**
   * What to make of one and the same signed text in two connections that were in the room together for more than
   * two minutes. `refuse` (where left out): it was copied, and the later connection is not identified. `accept`: it
   * is the person's second device, as where one address is sent by mail and opened twice.
   */
  readonly shared?: 'refuse' | 'accept' | undefined;
}

/**
 * Who is who by the signed metadata of the events, for the option `identities` of `summarizeAttendance`: the signed
 * `externalId` (in the simple form the value) by `participantId`. Who carries none, or one that is copied, changed or
 * expired, is not in it. Pass all events of a meeting: who was there together shows what was copied. Rejects with
 * `METADATA_KEY_MISSING` only.
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
    // A `left` comes when the value may have expired; who was let in by `joined` stays who they are.
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
  if (shared === 'refuse') refuseShared(identities, attendance, last);
  return new Map([...identities].map(([participantId, { id }]) => [participantId, id]));
}
