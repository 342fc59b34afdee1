import { readdirSync } from 'node:fs';
import type { BenchRow } from './bench/row.js';

/**
 * Prints every figure the project promises beside its target: `npm run bench`, or `npm run bench embed` for one area.
 * Figures depend on the machine, so none of them is a test; sizes are limited in CI.
 */
const only = process.argv.slice(2);
const rows: BenchRow[] = [];
const areas = readdirSync(new URL('bench/', import.meta.url))
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => !only.length || only.includes(name.replace('.bench.ts', '')));

for (const name of areas) {
  const { run } = (await import(`./bench/${name}`)) as { run(): Promise<BenchRow[]> };
  const measured = await run();
  for (const { name: what, value, target, ok } of measured) {
    const [verdict, wanted] = target === undefined ? ['', ''] : [ok ? 'ok' : 'MISS', `   target ${target}`];
    console.log(`${verdict.padEnd(4)} ${what.padEnd(72)} ${value.padStart(24)}${wanted}`);
  }
  rows.push(...measured.filter(({ target }) => target !== undefined));
}
const missed = rows.filter(({ ok }) => !ok).length;
console.log(`${rows.length - missed} of ${rows.length} figures reach their target`);
