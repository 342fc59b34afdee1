import { createServerError } from '../../errors/createServerError.js';
import type { WherebyError } from '../../errors/WherebyError.js';
import { createDeadline } from '../http/createDeadline.js';
import { decompress, isGzip } from '../http/decompress.js';
import { computeHmac } from '../crypto/computeHmac.js';
import type { Secrets } from '../crypto/parseSecrets.js';
import { decodeBase64 } from '../crypto/decodeBase64.js';
import { readRawBody } from '../crypto/readRawBody.js';
import type { Bytes } from '../crypto/readRawBody.js';
import { timingSafeEqual } from '../crypto/timingSafeEqual.js';
import { checkTolerance, defaultTolerance } from './checkTolerance.js';
import { createBodyEncodedError, createBodyParsedError } from './createBodyParsedError.js';
import type { UnknownWebhookEvent, WebhookEvent } from './events.js';
import { parseBody } from './parseBody.js';
import { parseSignature } from './parseSignature.js';
import { findSecretProblem } from '../environment/findSecretProblem.js';
import { resolveSecrets } from './resolveSecrets.js';

export interface VerifyWebhookOptions {
  /** The body as received: bytes, or a text decoded from them and not changed since. */
  readonly body: Bytes;
  /** The value of the `Whereby-Signature` header. */
  readonly signature: string | readonly string[] | null | undefined;
  /** The endpoint's secret, or several while they are rotated. Defaults to `WHEREBY_WEBHOOK_SECRET`. */
  readonly secret?: Secrets | undefined;
  /** How far the time of sending may differ from now, before or after, in seconds. Defaults to 300; `Infinity` accepts any time. */
  readonly tolerance?: number | undefined;
  /** The time now in milliseconds. Defaults to `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/**
 * Verifies a webhook and returns its event. What is checked: the signature, its age, and the event's envelope (`id`,
 * `type`, `createdAt`, and that `data` is an object). The fields of `data` are not: narrow the event with
 * `isWebhookEvent`, which leaves newer types and data in another shape as `UnknownWebhookEvent`. A body that is
 * compressed with gzip is decompressed, whether it was signed before or after.
 *
 * Rejects with a `WherebyError`. `WEBHOOK_SECRET_MISSING`, `WEBHOOK_OPTIONS_INVALID` and `WEBHOOK_BODY_PARSED` are
 * mistakes of the receiver. `WEBHOOK_SIGNATURE_MISSING`, `_MALFORMED`, `_SCHEME`, `_MISMATCH` and `WEBHOOK_TIMESTAMP`
 * mean that the request cannot be trusted. `WEBHOOK_BODY_INVALID` and `WEBHOOK_EVENT_INVALID` mean that the signature is
 * right, but the body is not an event.
 */
export async function verifyWebhook({
  body,
  signature,
  secret,
  tolerance = defaultTolerance,
  now = Date.now,
}: VerifyWebhookOptions): Promise<WebhookEvent | UnknownWebhookEvent> {
  const secrets = resolveSecrets(secret);
  checkTolerance(tolerance);
  const raw = readRawBody(body);
  if (raw === undefined) throw createBodyParsedError(body);
  const { time, signatures } = parseSignature(signature);

  const matches = (bytes: string | Uint8Array) => matchesAny(signatures, secrets, time, bytes);
  let signed: string | Uint8Array<ArrayBuffer> = raw;
  if (!(await matches(raw))) {
    const plain = await decompressBody(raw);
    if (plain === undefined || !(await matches(plain))) {
      const decoded = decodeBody(raw);
      // Only a platform in front of this code can have encoded what was rightly signed.
      if (decoded && (await matches(decoded))) throw createBodyEncodedError();
      throw createMismatchError(secrets, signatures);
    }
    signed = plain;
  }

  const age = Math.floor(now() / 1000) - Number(time);
  // Negated, so that a clock that returns NaN lets nothing in.
  if (!(Math.abs(age) <= tolerance))
    throw createServerError('WEBHOOK_TIMESTAMP', {
      age: `${Math.abs(age)} seconds ${age < 0 ? 'ahead of' : 'before'}`,
      limit: tolerance,
    });
  return parseBody((await decompressBody(signed)) ?? signed);
}

async function matchesAny(
  signatures: readonly string[],
  secrets: readonly string[],
  time: string,
  body: string | Uint8Array,
): Promise<boolean> {
  let matches = false;
  for (const secret of secrets) {
    const expected = await computeHmac(secret, `${time}.`, body);
    // Every candidate is compared, so that the time does not tell which one matches.
    for (const candidate of signatures) matches = timingSafeEqual(expected, candidate) || matches;
  }
  return matches;
}

/** The largest body that is decompressed, in bytes, and how long that may take, in milliseconds. */
const decompressionLimits = { bytes: 4_194_304, milliseconds: 4000 };

/** Undefined for a body that is not compressed, or not as it should be. */
async function decompressBody(body: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (typeof body === 'string' || !isGzip(body)) return undefined;
  const { bytes, milliseconds } = decompressionLimits;
  const result = await decompress(body, bytes, createDeadline(milliseconds));
  return 'bytes' in result ? result.bytes : undefined;
}

/** What base64 stands for; undefined for any other body. Events begin with a brace, which is no character of base64. */
function decodeBody(body: string | Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  return /^[\w+/-]+={0,2}\s*$/.test(text) ? decodeBase64(text) : undefined;
}

function createMismatchError(secrets: readonly string[], signatures: readonly string[]): WherebyError {
  const secretProblem = secrets.map(findSecretProblem).find((each) => each !== undefined);
  const problem =
    (secretProblem && `the secret ${secretProblem}`) ??
    (signatures.some((signature) => /^[\da-f]{64}$/.test(signature))
      ? 'it was made with another secret or for another body'
      : 'it is not 64 lower-case hex digits, so something on the way cut or changed the header');
  return createServerError('WEBHOOK_SIGNATURE_MISMATCH', { problem });
}
