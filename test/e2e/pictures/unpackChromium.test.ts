import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { unpackChromium } from '../../../scripts/browser/unpackChromium.js';

test('unpacking the packaged browser leaves the environment unchanged', async () => {
  const before = { ...process.env };
  const { env } = await unpackChromium();
  expect(process.env).toEqual(before);
  expect(env).toHaveProperty('LD_LIBRARY_PATH');
  expect(await unpackChromium()).toEqual(await unpackChromium());
});

const startScript = `
import { execFileSync } from 'node:child_process';
import { unpackChromium } from ${JSON.stringify(new URL('../../../scripts/browser/unpackChromium.ts', import.meta.url).href)};
const { executablePath, env } = await unpackChromium();
console.log(execFileSync(executablePath, ['--version'], { env: { ...process.env, ...env }, encoding: 'utf8' }));
`;

test('several processes that unpack it at once can each start it, and leave one copy', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unpack-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const start = () =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', startScript], {
      env: { ...process.env, TMPDIR: folder },
    });
  for (const { stdout } of await Promise.all([start(), start()])) expect(stdout).toContain('Chromium');
  expect(readdirSync(folder).filter((name) => name.includes('chromium'))).toHaveLength(1);
});
