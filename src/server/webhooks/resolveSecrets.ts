import { WherebyError } from '../../errors/WherebyError.js';

/** One secret, or several while they are being rotated. */
export type WebhookSecret = string | readonly string[];

const fromEnvironment = (): string | undefined =>
  (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.WHEREBY_WEBHOOK_SECRET;

/**
 * The secrets to use: those passed, else `WHEREBY_WEBHOOK_SECRET`. An empty secret would let anyone sign, so
 * that throws `WEBHOOK_SECRET_MISSING`, as does having none.
 */
export function resolveSecrets(secret: WebhookSecret | undefined): readonly string[] {
  const given = secret ?? fromEnvironment();
  const all: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (all.length > 0 && all.every((one) => typeof one === 'string' && one.trim() !== '')) return all as string[];
  throw new WherebyError(
    'WEBHOOK_SECRET_MISSING',
    `${all.length > 1 ? 'one of the webhook secrets' : 'the webhook secret'} is missing or empty, so no signature can be trusted. ` +
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
