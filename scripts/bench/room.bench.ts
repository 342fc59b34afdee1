import { gzipSync } from 'node:zlib';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startSandbox } from '../../src/sandbox/index.js';
import { launchChromium } from '../browser/launchChromium.js';
import { buildRoomPage } from '../build/buildRoomPage.js';
import type { BenchRow } from './row.js';

const RUNS = 7;
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** How large the room page is, and how soon one can use it. */
export async function run(): Promise<BenchRow[]> {
  const folder = '.cache/bench/room';
  await buildRoomPage(folder);
  const sandbox = await startSandbox({ port: 0, roomPage: folder, rules: { openRooms: true } });
  const browser = await launchChromium();
  try {
    const names = (await readdir(join(folder, 'assets'))).filter((name) => /^index-.*\.js$/.test(name));
    const script = gzipSync(await readFile(join(folder, 'assets', names[0] ?? ''))).length / 1000;
    const times: number[] = [];
    for (let i = 0; i < RUNS; i += 1) {
      const page = await browser.newPage();
      await page.goto(`${sandbox.url}/bench?displayName=Ada&skipMediaPermissionPrompt&precallReview=off&video=off`);
      await page.waitForSelector('[data-tool=leave]');
      times.push(
        await page.evaluate(
          () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now()))),
        ),
      );
      await page.close();
    }
    const inside = median(times);
    return [
      { name: 'room page: script, gzip', value: `${script.toFixed(1)} kB`, target: '<= 100 kB', ok: script <= 100 },
      {
        name: 'room page: address to inside the room',
        value: `${inside.toFixed(0)} ms`,
        target: '<= 1000 ms',
        ok: inside <= 1000,
      },
    ];
  } finally {
    await browser.close();
    await sandbox.close();
  }
}
