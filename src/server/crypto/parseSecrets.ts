/** One secret, or several while it is rotated: the first signs, all verify. */
export type Secrets = string | readonly string[];

/**
 * Secrets as a list.
 * @returns undefined if there is no secret or one of them is blank: anyone can sign with a blank one
 */
export function parseSecrets(secrets: unknown): readonly [string, ...string[]] | undefined {
  const list: readonly unknown[] = Array.isArray(secrets) ? secrets : [secrets];
  const [first, ...rest] = list;
  return isSecret(first) && rest.every(isSecret) ? [first, ...rest] : undefined;
}

const isSecret = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
