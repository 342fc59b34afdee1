import { createAttendance } from '../attendance/createAttendance.js';
import type { AttendanceRow } from '../attendance/types.js';
import { WherebyError } from '../../errors/WherebyError.js';
import { readList } from '../stored-events/readList.js';
import { readField } from '../stored-events/readField.js';
import { readStoredEvent } from '../stored-events/readStoredEvent.js';
import { readText } from '../stored-events/readText.js';
import { refuseSharedMetadata } from './refuseSharedMetadata.js';
import type { Identified } from './refuseSharedMetadata.js';
import { verifyMetadata } from './verifyMetadata.js';
import type { MetadataEvent, VerifyMetadataOptions } from './verifyMetadata.js';

export interface IdentifyOptions extends Pick<VerifyMetadataOptions, 'key' | 'simple'> {
  /**
   * What to do if a signed text is used again, and the same person is in the room by another connection for more than two
   * minutes at the same time. `refuse` (the default): the text may have been copied, so a connection that used it again is
   * not identified. `accept`: it is the person's second device, for example if one URL was sent by mail and opened twice.
   */
  readonly shared?: 'refuse' | 'accept' | undefined;
}

/**
 * Identifies attendees by the signed metadata of their events, for the option `identities` of `summarizeAttendance`.
 * Returns the signed `externalId` (in the simple form the value) by `participantId`. Participants without signed
 * metadata, or whose metadata is copied, changed or expired, are not in it.
 *
 * Pass all events of a meeting: who was there together shows what was copied. Rejects only with `METADATA_KEY_MISSING`, or
 * `ATTENDANCE_INPUT_INVALID` if it is not given a list.
 */
export async function identifyAttendees(
  events: Iterable<(MetadataEvent & { readonly type: string }) | AttendanceRow>,
  { key, simple, shared = 'refuse' }: IdentifyOptions,
): Promise<Map<string, string>> {
  const identities = new Map<string, Identified>();
  const attendance = createAttendance({ maxEvents: Infinity });
  let last = -Infinity;
  for (const row of readList('events', events) as Iterable<AttendanceRow>) {
    attendance.add(row);
    const { type, at = NaN, data = {} } = readStoredEvent(row) ?? {};
    if (at > last) last = at;
    const participantId = readText(readField(data, 'participantId'));
    // When `left` arrives the metadata may have expired; whoever was identified by `joined` stays identified.
    if (type !== 'room.client.joined' || participantId === null) continue;
    try {
      const { externalId, value } = await verifyMetadata({ event: row, key, simple });
      const id = externalId ?? value;
      const before = identities.get(participantId);
      if (!before || at < before.at || (at === before.at && id < before.id))
        identities.set(participantId, { id, at, metadata: String(readField(data, 'metadata')) });
    } catch (error) {
      if (!(error instanceof WherebyError) || error.code === 'METADATA_KEY_MISSING') throw error;
    }
  }
  if (shared === 'refuse') refuseSharedMetadata(identities, attendance, last);
  return new Map([...identities].map(([participantId, { id }]) => [participantId, id]));
}
