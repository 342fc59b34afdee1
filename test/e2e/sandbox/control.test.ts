import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox } from '../../../src/sandbox/index.js';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { openSharedChromium } from '../support/openBrowser.js';

let browser: Browser;
let sandbox: Sandbox;
beforeAll(async () => {
  browser = await openSharedChromium();
  sandbox = await startSandbox({
    seed: {
      meetings: [
        { roomName: 'demo', people: [{ displayName: 'Ada', role: 'host' }], knocking: [{ displayName: 'Kim' }] },
      ],
    },
  });
});
afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

test.each([
  ['light', 1100],
  ['dark', 320],
] as const)('the control page has no axe violations and fits, %s at %i px', async (colorScheme, width) => {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(sandbox.url);
  const axe = fileURLToPath(import.meta.resolve('axe-core'));
  await page.addScriptTag({ content: await readFile(axe, 'utf8') });
  const { violations } = await page.evaluate(async () =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await context.close();
});

test('the control page works without scripts: people join, are let in and leave', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(sandbox.url);
  await page.getByRole('button', { name: 'Add a person to /demo' }).click();
  await page.getByRole('button', { name: 'Let in Kim at /demo' }).click();
  await page.getByRole('button', { name: 'Leave as Ada from /demo' }).click();
  await page.getByRole('button', { name: 'Leave as Guest from /demo' }).waitFor();
  const { state } = sandbox.world;
  const names = sandbox.world.findMeeting('demo')?.present.map((id) => state.stays[id]?.self.displayName);
  expect(names).toEqual(['Guest', 'Kim']);
  await context.close();
});
