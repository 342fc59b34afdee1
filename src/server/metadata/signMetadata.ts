import { createServerError } from '../../errors/createServerError.js';
import { encodeBase64Url } from '../crypto/encodeBase64Url.js';
import { withLeadingSlash } from '../withLeadingSlash.js';
import { computeHmac } from '../crypto/computeHmac.js';
import { resolveKeys } from './resolveKeys.js';
import type { MetadataKey } from './resolveKeys.js';
import { metadataVersion } from './readPayload.js';
import type { MetadataPayload } from './readPayload.js';

export interface SignMetadataOptions {
  /** The app's own key; of several, the first signs. */
  readonly key: MetadataKey;
  /** The person the value is for. Goes into the room address as `externalId` too: their events must carry it. */
  readonly externalId: string;
  /** The meeting it is for. This, `roomName` or both. */
  readonly meetingId?: string | undefined;
  /** The room it is for, with or without its leading slash. */
  readonly roomName?: string | undefined;
  /** Until when it can be joined with: a date, ISO text, or milliseconds. Events later than this are refused. */
  readonly expiresAt: Date | string | number;
  /** What else to hand on. Signed, not secret: it stands in the address and every participant's page sees it. */
  readonly value?: string | undefined;
}

const encoder = new TextEncoder();

/** Longer ones make addresses that mail programs and proxies cut. */
const longest = 1500;

const invalid = (problem: string) => createServerError('METADATA_OPTIONS_INVALID', { problem });

/**
 * A text for the room parameter `metadata` by which the server knows who someone is when their events come back:
 * bound to a room or meeting, to an `externalId`, and to a time. Its characters need no encoding in a URL. Sign anew
 * for every address that is handed out: no two texts are the same, so `identifyAttendees` tells a second device of a
 * person from someone who copied their address.
 *
 * Rejects with `METADATA_KEY_MISSING` or `METADATA_OPTIONS_INVALID`.
 */
export async function signMetadata({
  key,
  externalId,
  meetingId,
  roomName,
  expiresAt,
  value = '',
}: SignMetadataOptions): Promise<string> {
  const [first] = resolveKeys(key);
  if (typeof externalId !== 'string' || !/^[\w-]{1,36}$/.test(externalId))
    throw invalid(
      '`externalId` must have 1 to 36 characters out of A-Z a-z 0-9 - and _, because the room takes no other',
    );
  if (!meetingId && !roomName)
    throw invalid('`meetingId` or `roomName` is missing, without which the metadata could be used in another room');
  const expires = new Date(expiresAt).getTime();
  if (Number.isNaN(expires)) throw invalid('`expiresAt` must be a Date, an ISO 8601 string or milliseconds');
  if (typeof value !== 'string') throw invalid('`value` must be a string, such as JSON.stringify returns');

  const payload: MetadataPayload = {
    ...(meetingId && { m: String(meetingId) }),
    ...(roomName && { r: withLeadingSlash(roomName) }),
    x: externalId,
    e: expires,
    ...(value && { v: value }),
    n: Math.random().toString(36).slice(2, 10),
  };
  const signed = `${metadataVersion}.${encodeBase64Url(encoder.encode(JSON.stringify(payload)))}`;
  const text = `${signed}.${await computeHmac(first, signed, undefined, 'base64url')}`;
  if (text.length > longest)
    throw invalid(
      `the signed text would have ${text.length} characters and may have at most ${longest}; shorten \`value\`, ` +
        'or keep the data on the server and sign a reference to it',
    );
  return text;
}
