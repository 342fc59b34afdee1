import { createServerError } from '../../errors/createServerError.js';
import { parseSecrets } from '../crypto/parseSecrets.js';
import type { Secrets } from '../crypto/parseSecrets.js';
import { readEnvironment } from '../environment/readEnvironment.js';

/** Resolves the secrets: those passed, else `WHEREBY_WEBHOOK_SECRET`. Throws `WEBHOOK_SECRET_MISSING`. */
export function resolveSecrets(secret: Secrets | undefined): readonly [string, ...string[]] {
  const secrets = parseSecrets(secret ?? readEnvironment('WHEREBY_WEBHOOK_SECRET'));
  if (secrets) return secrets;
  throw createServerError('WEBHOOK_SECRET_MISSING');
}
