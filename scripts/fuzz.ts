import { readdirSync } from 'node:fs';
import type { FuzzTarget } from './fuzz/FuzzRun.js';

/**
 * Throws arbitrary and damaged input at everything that reads input: `npm run fuzz`, or
 * `npm run fuzz webhooks 5000 42` for one target, with a number of runs (100,000 by default) and a seed. A target is a
 * file `scripts/fuzz/<name>.fuzz.ts`.
 */
const numbers = process.argv.slice(2).filter((argument) => /^\d+$/.test(argument));
const only = process.argv.slice(2).filter((argument) => !numbers.includes(argument));
const [numRuns, seed] = [Number(numbers[0] ?? 100_000), Number(numbers[1] ?? Date.now() % 2 ** 31)];

const targets = readdirSync(new URL('fuzz/', import.meta.url))
  .filter((file) => file.endsWith('.fuzz.ts'))
  .map((file) => file.replace('.fuzz.ts', ''));
const unknown = only.filter((name) => !targets.includes(name));
if (unknown.length || numRuns < 1)
  throw new Error(`Usage: npm run fuzz [target…] [runs] [seed]. The targets are ${targets.join(', ')}.`);

for (const name of targets.filter((target) => !only.length || only.includes(target))) {
  const { run } = (await import(`./fuzz/${name}.fuzz.ts`)) as FuzzTarget;
  console.log(`${name}, seed ${seed}: ${await run({ numRuns, seed })}`);
}
