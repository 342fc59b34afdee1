import { readdirSync } from 'node:fs';
import type { FuzzTarget } from './fuzz/FuzzRun.js';

/**
 * Throws arbitrary and damaged input at everything that reads input: `npm run fuzz`, or
 * `npm run fuzz webhooks 5000 42` for one target, with a number of runs and a seed. A target is a
 * file `scripts/fuzz/<name>.fuzz.ts`.
 */
const numbers = process.argv.slice(2).filter((argument) => /^\d+$/.test(argument));
const only = process.argv.slice(2).filter((argument) => !numbers.includes(argument));
const wantedRuns = numbers[0] === undefined ? undefined : Number(numbers[0]);
const seed = Number(numbers[1] ?? Date.now() % 2 ** 31);

const targets = readdirSync(new URL('fuzz/', import.meta.url))
  .filter((file) => file.endsWith('.fuzz.ts'))
  .map((file) => file.replace('.fuzz.ts', ''));
const unknown = only.filter((name) => !targets.includes(name));
if (unknown.length || wantedRuns === 0)
  throw new Error(`Usage: npm run fuzz [target…] [runs] [seed]. The targets are ${targets.join(', ')}.`);

for (const name of targets.filter((target) => !only.length || only.includes(target))) {
  const { run, usualRuns = 100_000 } = (await import(`./fuzz/${name}.fuzz.ts`)) as FuzzTarget;
  console.log(`${name}, seed ${seed}: ${await run({ numRuns: wantedRuns ?? usualRuns, seed })}`);
}
