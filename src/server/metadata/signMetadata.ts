import { createServerError } from '../../errors/createServerError.js';
import { encodeBase64Url } from '../crypto/encodeBase64Url.js';
import { isInSeconds } from '../stored-events/isInSeconds.js';
import { readTime } from '../stored-events/readTime.js';
import { withLeadingSlash } from '../withLeadingSlash.js';
import { computeHmac } from '../crypto/computeHmac.js';
import { resolveKeys } from './resolveKeys.js';
import type { MetadataKey } from './resolveKeys.js';
import { metadataVersion } from './readPayload.js';
import type { MetadataPayload } from './readPayload.js';

export interface SignMetadataOptions {
  /** The app's own key. Of several, the first signs. */
  readonly key: MetadataKey;
  /** The person. The room URL must carry the same `externalId`, because their events must. At most 36 of A-Z a-z 0-9 - and _. */
  readonly externalId: string;
  /** The meeting. Pass this, `roomName` or both. */
  readonly meetingId?: string | undefined;
  /** The room, with or without its leading slash. */
  readonly roomName?: string | undefined;
  /**
   * Until when the URL can be used to join: a date, ISO text (UTC if it names no zone), or milliseconds since 1970; not in the
   * past. Whoever joins later is not identified.
   */
  readonly expiresAt: Date | string | number;
  /** The time in milliseconds since 1970. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** Whatever else the events should carry. Signed, not secret: it is part of the URL, and every participant's page sees it. */
  readonly value?: string | undefined;
}

const encoder = new TextEncoder();

/** Mail programs and proxies cut room URLs that are much longer than this many characters. */
const maxLength = 1500;

const invalid = (problem: string) => createServerError('METADATA_OPTIONS_INVALID', { problem });

/**
 * Signs who a person is, for the room parameter `metadata`: their events carry the text back, and `verifyMetadata` reads
 * it. It is bound to an `externalId`, to a room or meeting, and to a time. Its characters need no escaping in a URL.
 *
 * Sign again for every URL that is handed out. No two texts are the same, so `identifyAttendees` can tell a person's
 * second device from someone who copied their URL.
 *
 * The text is `wm1.<payload>.<signature>`: the payload is JSON in base64url, and the signature is the base64url of
 * HMAC-SHA256 over `wm1.<payload>`.
 *
 * Rejects with `METADATA_KEY_MISSING` or `METADATA_OPTIONS_INVALID`.
 */
export async function signMetadata({
  key,
  externalId,
  meetingId,
  roomName,
  expiresAt,
  now = Date.now,
  value = '',
}: SignMetadataOptions): Promise<string> {
  const [first] = resolveKeys(key);
  if (typeof externalId !== 'string' || !/^[\w-]{1,36}$/.test(externalId))
    throw invalid(
      '`externalId` must have 1 to 36 characters out of A-Z a-z 0-9 - and _, because the room takes no other',
    );
  if (!meetingId && !roomName)
    throw invalid('`meetingId` or `roomName` is missing, without which the metadata could be used in another room');
  if (isInSeconds(expiresAt)) throw invalid('`expiresAt` must be in milliseconds, and this is in seconds');
  const expires = readTime(expiresAt);
  if (Number.isNaN(expires)) throw invalid('`expiresAt` must be a Date, an ISO 8601 string or milliseconds');
  if (expires <= now()) throw invalid('`expiresAt` is in the past, so nobody could be identified by it');
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
  if (text.length > maxLength)
    throw invalid(
      `the signed text would have ${text.length} characters and may have at most ${maxLength}; shorten \`value\`, ` +
        'or keep the data on the server and sign a reference to it',
    );
  return text;
}
