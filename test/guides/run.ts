import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchChromium } from '../../scripts/browser/launchChromium.js';
import { packPackage } from '../../scripts/packPackage.js';
import { journeys, listUnfollowed } from './journeys.js';
import { Reader } from './Reader.js';

/**
 * Follows the guides as a reader would: types every command, pastes every file into a fresh app that the stack's own
 * generator makes, and looks at the result in a browser. The packed package is installed.
 * `npm run guides -- quick-start` follows one of them, `--built` packs `dist` as it is, and `--keep` leaves the apps.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { built: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } },
});
const root = fileURLToPath(new URL('../../', import.meta.url));
const names = Object.keys(journeys).filter((name) => positionals.length === 0 || positionals.includes(name));
if (names.length === 0) throw new Error(`No guide is named like that. There are: ${Object.keys(journeys).join(', ')}`);

if (!values.built) execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
const workFolder = mkdtempSync(join(tmpdir(), 'guides-'));
const { tarball } = packPackage(root, workFolder);
const browser = await launchChromium();
const failed: string[] = [];

async function followJourney(name: string): Promise<void> {
  const { app, stages } = journeys[name]!;
  const folder = join(workFolder, name);
  const reader = new Reader(folder, join(workFolder, `${name}.log`), tarball);
  const startedAt = performance.now();
  const seconds: string[] = [];
  try {
    if (app) cpSync(join(root, 'test/consumers/apps', app), folder, { recursive: true });
    for (const [index, { steps, look }] of stages.entries()) {
      const url = await reader.follow(steps);
      await look?.(browser, url ?? '', join(workFolder, `${name}-${index + 1}.png`), reader);
      seconds.push(((performance.now() - startedAt) / 1000).toFixed(1));
    }
    console.log(`  ok    ${name}: ${seconds.join(' s, ')} s`);
  } catch (error) {
    failed.push(name);
    console.error(`  FAIL  ${name}\n${String(error)}\n  Log and pictures: ${workFolder}\n`);
  } finally {
    await reader.close();
  }
}

// One after the other: guides say which ports to use.
for (const name of names) await followJourney(name);
await browser.close();
if (failed.length === 0 && !values.keep) rmSync(workFolder, { recursive: true, force: true });
console.log(`${names.length - failed.length} of ${names.length} guides work as they are written.`);
const guides = readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.md'));
console.log(`Not followed: ${listUnfollowed(guides.map((file) => file.replace('.md', ''))).join('; ')}.`);
process.exitCode = failed.length > 0 ? 1 : 0;
