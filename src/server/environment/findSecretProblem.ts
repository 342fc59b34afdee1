/**
 * Finds what looks wrong about a secret, as the end of a sentence that does not contain it: what files, shells and dashboards
 * add to a secret on its way into an environment variable.
 */
export function findSecretProblem(secret: string): string | undefined {
  if (secret !== secret.trim())
    return 'begins or ends with white space, such as the line end of the file it was read from';
  if (/^["'`“”‘’]|["'`“”‘’]$/.test(secret)) return 'is in quotation marks, which a .env file or a shell may have kept';
  if (/\\[rn]$/.test(secret)) return 'ends with a line end that is written as two characters, a backslash and a letter';
  if (/^(Bearer\s|WHEREBY_\w+\s*=)/i.test(secret))
    return 'begins with what belongs before it, such as "Bearer" or the name of the variable';
  if (/[\s\p{Cf}]/u.test(secret)) return 'contains white space or a character that cannot be seen';
  if (/^(undefined|null|\$\{?\w+\}?|<.*>)$/.test(secret)) return 'is a placeholder that nothing was put in place of';
  return undefined;
}
