import { createServerError } from '../../errors/createServerError.js';
import { findNumberProblem } from '../findNumberProblem.js';
import { requireSignature } from './requireSignature.js';
import type { VerifiedMetadata } from './verifyMetadata.js';

/** How far ahead the signer's clock may be, in seconds. */
const maxSkew = 300;

/**
 * Verifies the simple form `value,timestamp,hash`: when it was made in unix seconds, and the hex of HMAC-SHA256 over
 * `value,timestamp`. The value may contain commas, so the text is read from the right.
 */
export async function verifySimple(
  metadata: string,
  keys: readonly string[],
  time: number,
  { maxAge = 86_400 }: { readonly maxAge?: number },
): Promise<VerifiedMetadata> {
  const problem = findNumberProblem('maxAge', maxAge, { unit: 'seconds' });
  if (problem) throw createServerError('METADATA_OPTIONS_INVALID', { problem });
  const found = /^(.*),(\d{1,15}),([\da-f]{64})$/s.exec(metadata);
  if (!found) throw createServerError('METADATA_MALFORMED', { problem: 'does not have the form value,timestamp,hash' });
  const [value, timestamp, hash] = found.slice(1) as [string, string, string];
  await requireSignature(keys, `${value},${timestamp}`, hash, 'hex');
  const age = time / 1000 - Number(timestamp);
  if (!(age >= -maxSkew && age <= maxAge))
    throw createServerError('METADATA_EXPIRED', {
      problem: `it was made ${Math.round(age)} seconds before the event, and at most ${maxAge} are allowed`,
    });
  return { value, externalId: null, expiresAt: null, format: 'simple' };
}
