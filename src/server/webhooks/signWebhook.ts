import { createServerError } from '../../errors/createServerError.js';
import { computeHmac } from '../crypto/computeHmac.js';
import type { Secrets } from '../crypto/parseSecrets.js';
import { readRawBody } from '../crypto/readRawBody.js';
import type { Bytes } from '../crypto/readRawBody.js';
import { createBodyParsedError } from './createBodyParsedError.js';
import { resolveSecrets } from './resolveSecrets.js';

export interface SignWebhookOptions {
  /** The body that will be sent, byte for byte. */
  readonly body: Bytes;
  /** The endpoint's secret; several make a header with several signatures. Defaults to `WHEREBY_WEBHOOK_SECRET`. */
  readonly secret?: Secrets | undefined;
  /** When it is sent, in unix seconds. Defaults to now. */
  readonly timestamp?: number | undefined;
}

/**
 * Signs a body as Whereby does and returns the value of the `Whereby-Signature` header: for tests and simulations.
 * Rejects with `WEBHOOK_SECRET_MISSING`, `WEBHOOK_BODY_PARSED` or `WEBHOOK_OPTIONS_INVALID`.
 */
export async function signWebhook({
  body,
  secret,
  timestamp = Math.floor(Date.now() / 1000),
}: SignWebhookOptions): Promise<string> {
  const secrets = resolveSecrets(secret);
  const raw = readRawBody(body);
  if (raw === undefined) throw createBodyParsedError(body);
  if (!Number.isSafeInteger(timestamp) || timestamp < 0)
    throw createServerError('WEBHOOK_OPTIONS_INVALID', {
      problem: `\`timestamp\` must be whole unix seconds such as Math.floor(Date.now() / 1000), got ${timestamp}`,
    });
  const signatures = await Promise.all(
    secrets.map(async (one) => `v1=${await computeHmac(one, `${timestamp}.`, raw)}`),
  );
  return [`t=${timestamp}`, ...signatures].join(',');
}
