import { checkWait } from './checkWait.js';
import type { Rules } from './Rules.js';

/** @throws WherebyError `SANDBOX_OPTION_INVALID` if a rule that is a time is none */
export function checkRules(rules: Partial<Rules>): void {
  for (const [name, value] of Object.entries(rules)) if (name.endsWith('Ms')) checkWait(`rules.${name}`, value);
}
