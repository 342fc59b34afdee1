import type { Issue } from '../errors/WherebyError.js';

/** Adds an issue whose message is the parameter's name followed by the problem. */
export function addIssue(
  issues: Issue[],
  code: Issue['code'],
  param: string,
  problem: string,
  severity: Issue['severity'] = 'error',
): void {
  issues.push({ code, severity, param, message: `${param} ${problem}` });
}
