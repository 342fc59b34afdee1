import type { RunStep } from './RunLog.js';

/**
 * Lists what breaks the promise "each function runs once for each event": a function that never ended, that ran again
 * after it was recorded, or that started while the process of an earlier run was alive. Steps are in their order.
 * @param killedAt when a process was killed, in milliseconds since 1970, by its id
 */
export function findViolations(
  steps: readonly RunStep[],
  keys: readonly string[],
  killedAt: ReadonlyMap<number, number>,
): string[] {
  const violations: string[] = [];
  for (const key of keys) {
    const own = steps.filter((step) => step.key === key);
    const recordedAt = own.findIndex(({ step }) => step === 'recorded');
    if (!own.some(({ step }) => step === 'ended')) violations.push(`${key} did not run to its end`);
    const starts = own.filter(({ step }) => step === 'started');
    if (recordedAt >= 0 && own.slice(recordedAt).some(({ step }) => step === 'started'))
      violations.push(`${key} ran again after it was recorded`);
    for (const [index, { pid }] of starts.slice(0, -1).entries())
      if (!((killedAt.get(pid) ?? Infinity) <= starts[index + 1]!.at))
        violations.push(`${key} started while process ${pid} had it`);
  }
  return violations;
}
