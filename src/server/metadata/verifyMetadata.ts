import { createServerError } from '../../errors/createServerError.js';
import { decodeBase64Url } from '../crypto/decodeBase64Url.js';
import { resolveKeys } from './resolveKeys.js';
import type { MetadataKey } from './resolveKeys.js';
import { requireSignature } from './requireSignature.js';
import { metadataVersion, readPayload } from './readPayload.js';
import type { MetadataPayload } from './readPayload.js';
import { verifySimple } from './verifySimple.js';

/** The event that carries the metadata: any event about a person will do. */
export interface MetadataEvent {
  readonly createdAt: string;
  readonly data: {
    readonly metadata?: string | null | undefined;
    readonly externalId?: string | null | undefined;
    readonly meetingId?: string | null | undefined;
    readonly roomName?: string | null | undefined;
  };
}

export interface VerifyMetadataOptions {
  readonly event: MetadataEvent;
  /** The key the text was signed with, or all keys in use while it is rotated. */
  readonly key: MetadataKey;
  /**
   * The time to judge the expiry at, where that is not the event's `createdAt`: for a `left` event pass the
   * `createdAt` of its `joined`.
   */
  readonly at?: Date | string | number | undefined;
  /**
   * Read the simple form `value,timestamp,hash` too. It is bound to nobody and no room: whoever sees it can use it
   * until it is older than `maxAge` seconds (a day where left out).
   */
  readonly simple?: boolean | { readonly maxAge?: number } | undefined;
}

export interface VerifiedMetadata {
  /** What was signed along; empty where nothing was. */
  readonly value: string;
  /** The person, as signed; null in the simple form, which names none. */
  readonly externalId: string | null;
  /** Until when it could be joined with, ISO; null in the simple form. */
  readonly expiresAt: string | null;
  readonly format: 'signed' | 'simple';
}

const malformed = (problem: string) => createServerError('METADATA_MALFORMED', { problem });

function checkBinding(payload: MetadataPayload, { data }: MetadataEvent): void {
  const wrong = (owner: string) => createServerError('METADATA_FOREIGN', { owner });
  if (data.externalId !== payload.x) throw wrong('`externalId`');
  // An event of an older sender has no meetingId: the room's name then has to do, where it was signed.
  const byName = payload.r !== undefined && data.roomName === payload.r;
  if (payload.m !== undefined && data.meetingId !== payload.m && (data.meetingId || !byName)) throw wrong('meeting');
  if (payload.r !== undefined && !byName) throw wrong('room');
}

/**
 * Who a person is, by the signed metadata their event carries: signature, room or meeting, `externalId` and expiry
 * all have to fit that very event.
 *
 * Rejects with `METADATA_KEY_MISSING`, `METADATA_MISSING`, `METADATA_MALFORMED`, `METADATA_SIGNATURE`,
 * `METADATA_FOREIGN` or `METADATA_EXPIRED`.
 */
export async function verifyMetadata({
  event,
  key,
  at = event.createdAt,
  simple = false,
}: VerifyMetadataOptions): Promise<VerifiedMetadata> {
  const keys = resolveKeys(key);
  const { metadata } = event.data;
  if (!metadata) throw createServerError('METADATA_MISSING');
  if (typeof metadata !== 'string') throw malformed('is not a string');
  const time = new Date(at).getTime();

  if (!metadata.startsWith(`${metadataVersion}.`)) {
    if (simple) return verifySimple(metadata, keys, time, simple === true ? {} : simple);
    throw malformed(
      /^wm\d+\./.test(metadata)
        ? 'has a version that this package does not know'
        : `does not start with ${metadataVersion}.`,
    );
  }
  const [, body, signature, more] = metadata.split('.');
  const bytes = decodeBase64Url(body ?? '');
  if (!bytes || !signature || more !== undefined) throw malformed('was cut or has too many parts');
  await requireSignature(keys, `${metadataVersion}.${body}`, signature, 'base64url');
  const payload = readPayload(bytes);
  if (!payload) throw malformed('contains something that this version does not write');
  checkBinding(payload, event);
  if (!(time <= payload.e))
    throw createServerError('METADATA_EXPIRED', { problem: `it was valid until ${new Date(payload.e).toISOString()}` });
  return {
    value: payload.v ?? '',
    externalId: payload.x,
    expiresAt: new Date(payload.e).toISOString(),
    format: 'signed',
  };
}
