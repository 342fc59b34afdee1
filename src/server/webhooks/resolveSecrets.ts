import { WherebyError } from '../../errors/WherebyError.js';
import { parseSecrets } from '../crypto/parseSecrets.js';
import type { Secrets } from '../crypto/parseSecrets.js';
import { readEnvironment } from '../environment/readEnvironment.js';

/** The secrets to use: those passed, else `WHEREBY_WEBHOOK_SECRET`. Throws `WEBHOOK_SECRET_MISSING`. */
export function resolveSecrets(secret: Secrets | undefined): readonly [string, ...string[]] {
  const given = secret ?? readEnvironment('WHEREBY_WEBHOOK_SECRET');
  const secrets = parseSecrets(given);
  if (secrets) return secrets;
  throw new WherebyError(
    'WEBHOOK_SECRET_MISSING',
    `${Array.isArray(given) && given.length > 1 ? 'one of the webhook secrets' : 'the webhook secret'} is missing or empty, so no signature can be trusted. ` +
      'Pass `secret` or set WHEREBY_WEBHOOK_SECRET: the dashboard shows it beside the webhook.',
  );
}

/** What looks wrong about secrets when a signature does not match. Holds no part of them. */
export function findSecretProblem(secrets: readonly string[]): string | undefined {
  if (secrets.some((secret) => secret !== secret.trim()))
    return 'The secret begins or ends with white space, such as the line end of the file it was read from: trim it.';
  if (secrets.some((secret) => /^(["']).*\1$/s.test(secret)))
    return 'The secret is wrapped in quotation marks: a .env file or a shell may have kept them. Take them away.';
  return undefined;
}
