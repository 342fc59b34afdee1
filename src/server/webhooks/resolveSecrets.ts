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

/** Finds what looks wrong about secrets when a signature does not match, as part of a sentence that contains none of them. */
export function findSecretProblem(secrets: readonly string[]): string | undefined {
  if (secrets.some((secret) => secret !== secret.trim()))
    return 'the secret begins or ends with white space, such as the line end of the file it was read from';
  if (secrets.some((secret) => /^(["']).*\1$/s.test(secret)))
    return 'the secret is wrapped in quotation marks, which a .env file or a shell may have kept';
  return undefined;
}
