import type { StepResult } from './StepResult.js';

/** Reads what `npm run api -- --check` prints: which entries export something else than `api/` says. */
export function checkApiReport(printed: string): StepResult {
  const changed = printed.split('\n').filter((line) => line.startsWith('The public API of '));
  return {
    lines: changed.length ? [] : ['`api/` has what the build exports'],
    missing: changed.map((line) => `${line} \`npm run build && npm run api\`, review the difference, and commit it.`),
  };
}
