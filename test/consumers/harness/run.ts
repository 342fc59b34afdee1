import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generate } from 'selfsigned';
import { launchChromium } from '../../../scripts/browser/launchChromium.js';
import { readConsumers } from './Consumer.js';
import type { Consumer } from './Consumer.js';
import { importPackedSandbox, importPackedServer } from './importPacked.js';
import { packPackage } from '../../../scripts/packPackage.js';
import { printTable } from './printTable.js';
import { readResults, writeResults } from '../../../scripts/consumers/results.js';
import type { ConsumerResult } from '../../../scripts/consumers/results.js';
import { runConsumer } from './runConsumer.js';

/**
 * Installs the packed package into real apps, builds and starts them, and uses them as a visitor does.
 * `npm run consumers -- next astro` runs the apps whose names contain a word, `--built` packs `dist` as it is, and
 * `--keep` leaves the installed apps where they are.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { built: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } },
});
const root = fileURLToPath(new URL('../../../', import.meta.url));
const all = readConsumers();
const chosen = all.filter(({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)));
if (chosen.length === 0)
  throw new Error(`No app is named like that. There are: ${all.map(({ name }) => name).join(', ')}`);

const platform = `${process.platform}-${process.arch}`;
const left = chosen.filter(({ only }) => only && only !== platform);
const earlier = readResults();
// The longest first, so that the two lanes end together.
const queue = chosen
  .filter((consumer) => !left.includes(consumer))
  .sort((a, b) => (earlier[b.name]?.seconds ?? 60) - (earlier[a.name]?.seconds ?? 60));

if (!values.built) execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'pipe' });
const workFolder = mkdtempSync(join(tmpdir(), 'consumers-'));
const packed = packPackage(root, workFolder);
const { startSandbox } = await importPackedSandbox(packed.folder);
const { private: key, cert } = await generate([{ name: 'commonName', value: '*.whereby.com' }]);
// In the browser `https://acme.whereby.com` leads to this one. Each backend gets one of its own.
const rooms = await startSandbox({
  tls: { key, cert },
  roomOrigin: 'https://acme.whereby.com',
  rules: { openRooms: true },
});
const browser = await launchChromium({ roomsPort: Number(new URL(rooms.tlsUrl!).port) });
const surroundings = { workFolder, packed, browser, startSandbox, server: await importPackedServer(packed.folder) };
const results: Record<string, ConsumerResult> = {};

async function runOne(consumer: Consumer): Promise<void> {
  const startedAt = performance.now();
  try {
    results[consumer.name] = await runConsumer(consumer, surroundings);
    console.log(`  ok    ${consumer.name} (${results[consumer.name]!.seconds} s)`);
  } catch (error) {
    const { title, group, toDo } = consumer;
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    results[consumer.name] = { title, group, toDo, seconds, versions: {}, passed: false };
    console.error(
      `  FAIL  ${consumer.name}\n${String(error)}\n  Log and picture: ${join(workFolder, consumer.name)}.*\n`,
    );
  }
  if (!values.keep) rmSync(join(workFolder, consumer.name), { recursive: true, force: true });
}

async function runLane(): Promise<void> {
  for (let consumer = queue.shift(); consumer; consumer = queue.shift()) await runOne(consumer);
}

const startedAt = performance.now();
await Promise.all([runLane(), runLane()]);
await browser.close();
await rooms.close();

writeResults(
  results,
  all.map(({ name }) => name),
);
await printTable(results, chosen, packed);
const failed = Object.keys(results).filter((name) => !results[name]!.passed);
if (failed.length === 0 && !values.keep) rmSync(workFolder, { recursive: true, force: true });
const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
console.log(
  `${Object.keys(results).length - failed.length} of ${chosen.length} apps work, in ${minutes} minutes. ` +
    (failed.length > 0 ? `Failed: ${failed.join(', ')}. ` : '') +
    (left.length > 0 ? `Not run on ${platform}: ${left.map(({ name }) => name).join(', ')}.` : 'None was left out.'),
);
process.exitCode = failed.length > 0 ? 1 : 0;
