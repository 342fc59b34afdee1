import type { StepResult } from './StepResult.js';

export type Steps = Readonly<Record<string, () => StepResult>>;

/** A command that failed says why on either stream. */
function explain(error: unknown): string {
  const { stdout, stderr, message } = error as { stdout?: unknown; stderr?: unknown; message?: string };
  const printed = [stdout, stderr].map((text) => String(text ?? '').trim()).filter(Boolean);
  return [message ?? String(error), ...printed].join('\n');
}

/** Runs every step, also after one that fails, and prints what it finds. Returns all that is missing. */
export function runSteps(steps: Steps, print: (line: string) => void): readonly string[] {
  return Object.entries(steps).flatMap(([name, run]) => {
    let result: StepResult;
    try {
      result = run();
    } catch (error) {
      result = { lines: [], missing: [`${name} fails: ${explain(error)}`] };
    }
    print(`${result.missing.length ? 'MISS' : 'ok  '} ${name}`);
    for (const line of result.lines) print(`       ${line}`);
    for (const line of result.missing) print(`       missing: ${line}`);
    return result.missing;
  });
}
