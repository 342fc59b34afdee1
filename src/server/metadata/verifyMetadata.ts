import { createServerError } from '../../errors/createServerError.js';
import type { AttendanceRow, TimeInput } from '../attendance/types.js';
import { decodeBase64Url } from '../crypto/decodeBase64Url.js';
import { readField } from '../stored-events/readField.js';
import { readStoredEvent } from '../stored-events/readStoredEvent.js';
import { readText } from '../stored-events/readText.js';
import { readTime } from '../stored-events/readTime.js';
import { resolveKeys } from './resolveKeys.js';
import type { MetadataKey } from './resolveKeys.js';
import { requireSignature } from './requireSignature.js';
import { metadataVersion, readPayload } from './readPayload.js';
import type { MetadataPayload } from './readPayload.js';
import { verifySimple } from './verifySimple.js';

/**
 * What is read of the event that carries the metadata. Any event will do, also as a database gives it back (see
 * `AttendanceRow`): what is not as expected is refused.
 */
export interface MetadataEvent {
  readonly createdAt: string;
  readonly data: {
    readonly metadata?: unknown;
    readonly externalId?: unknown;
    readonly meetingId?: unknown;
    readonly roomName?: unknown;
  };
}

export interface VerifyMetadataOptions {
  readonly event: MetadataEvent | AttendanceRow;
  /** The key that the text was signed with, or all keys in use while it is rotated. */
  readonly key: MetadataKey;
  /**
   * The time at which the text must not have expired. Defaults to the event's `createdAt`; for a `left` event pass the
   * `createdAt` of its `joined`.
   */
  readonly at?: TimeInput | undefined;
  /**
   * Whether to accept the simple form `value,timestamp,hash` too. It is not bound to a person or room: whoever sees it can
   * use it until it is older than `maxAge` seconds, a day by default; `Infinity` is any age.
   */
  readonly simple?: boolean | { readonly maxAge?: number } | undefined;
}

export interface VerifiedMetadata {
  /** The `value` that was signed; empty without one. */
  readonly value: string;
  /** The person; null in the simple form, which does not name one. */
  readonly externalId: string | null;
  /** Until when the URL could be used to join, as ISO time; null in the simple form. */
  readonly expiresAt: string | null;
  readonly format: 'signed' | 'simple';
}

const malformed = (problem: string) => createServerError('METADATA_MALFORMED', { problem });

function checkBinding(payload: MetadataPayload, data: Readonly<Record<string, unknown>>): void {
  const [externalId, meetingId, roomName] = ['externalId', 'meetingId', 'roomName'].map((name) =>
    readText(readField(data, name)),
  );
  const wrong = (owner: string) => createServerError('METADATA_FOREIGN', { owner });
  if (externalId !== payload.x) throw wrong('`externalId`');
  // Older senders' events have no `meetingId`: then a signed room name is enough.
  const byName = payload.r !== undefined && roomName === payload.r;
  if (payload.m !== undefined && meetingId !== payload.m && (meetingId || !byName)) throw wrong('meeting');
  if (payload.r !== undefined && !byName) throw wrong('room');
}

/**
 * Verifies the signed metadata that an event carries, and returns who the person is.
 *
 * It guarantees:
 *
 * 1. The text was made by `signMetadata` with one of the keys, and not changed since.
 * 2. It was made for the person of this event: their `externalId` is the one that was signed.
 * 3. It was made for this meeting or room.
 * 4. It had not expired when the event happened, however late the event is delivered.
 *
 * How: the signature is checked before anything is read from the payload (1). Then the payload is compared with the
 * event's `externalId` (2), `meetingId` and `roomName` (3), and its expiry with `at` (4).
 *
 * It cannot tell a person from someone who uses their whole URL, `externalId` included, and everyone in the room can read
 * both. `identifyAttendees` can, while both are in the room.
 *
 * Rejects with `METADATA_KEY_MISSING`, `METADATA_MISSING`, `METADATA_MALFORMED`, `METADATA_SIGNATURE`,
 * `METADATA_FOREIGN`, `METADATA_EXPIRED` or `METADATA_OPTIONS_INVALID`.
 */
export async function verifyMetadata({
  event,
  key,
  at,
  simple = false,
}: VerifyMetadataOptions): Promise<VerifiedMetadata> {
  const keys = resolveKeys(key);
  const { data = {}, at: createdAt = NaN } = readStoredEvent(event) ?? {};
  const metadata = readField(data, 'metadata');
  if (!metadata) throw createServerError('METADATA_MISSING');
  if (typeof metadata !== 'string') throw malformed('is not a string');
  const time = at === undefined ? createdAt : readTime(at);

  if (!metadata.startsWith(`${metadataVersion}.`)) {
    if (simple) return verifySimple(metadata, keys, time, simple === true ? {} : simple);
    throw malformed(
      /^wm\d+\./.test(metadata)
        ? 'has a version that this package does not know'
        : `does not start with ${metadataVersion}.`,
    );
  }
  const [, body, signature, more] = metadata.split('.');
  const bytes = decodeBase64Url(body!);
  if (!bytes || !signature || more !== undefined) throw malformed('was cut or has too many parts');
  await requireSignature(keys, `${metadataVersion}.${body}`, signature, 'base64url');
  const payload = readPayload(bytes);
  if (!payload) throw malformed('contains something that this version does not write');
  checkBinding(payload, data);
  if (!(time <= payload.e))
    throw createServerError('METADATA_EXPIRED', { problem: `it was valid until ${new Date(payload.e).toISOString()}` });
  return {
    value: payload.v ?? '',
    externalId: payload.x,
    expiresAt: new Date(payload.e).toISOString(),
    format: 'signed',
  };
}
