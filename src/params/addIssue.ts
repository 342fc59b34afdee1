import type { Issue } from '../errors/WherebyError.js';

/**
 * Adds an issue whose message is the parameter's name followed by the problem. A name that no parameter could have is
 * not repeated, because part of an address may have become a name, and a key with it.
 */
export function addIssue(
  issues: Issue[],
  code: Issue['code'],
  param: string,
  problem: string,
  severity: Issue['severity'] = 'error',
): void {
  const name = /^[a-z][\w-]{0,30}$/i.test(param) ? param : '';
  issues.push({ code, severity, param: name, message: `${name || 'A parameter'} ${problem}` });
}
