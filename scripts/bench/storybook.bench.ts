import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { chromiumArgs, findChromium } from '../chromium.js';
import { serveFolder } from '../serveFolder.js';
import type { BenchRow } from './row.js';

const folder = 'storybook-static';

const bytesOf = (path: string): number =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(path, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** From the navigation to a playground whose controls answer and whose room is shown, with nothing cached. */
async function interactive(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(url);
  const preview = page.frameLocator('#storybook-preview-iframe');
  await preview.getByText(/^Loaded once/).waitFor();
  await preview.getByRole('searchbox').fill('chat');
  await preview.getByText('Whether there is a button for the chat').waitFor();
  const took = performance.now() - start;
  await context.close();
  return took;
}

/** From a click on a control to the room that shows it: the click, the load, and the button that is gone. */
async function changes(browser: Browser, url: string): Promise<number[]> {
  const page = await browser.newPage();
  // The compiler that runs this file names functions by a helper, which the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(url);
  await page.getByText(/^Loaded once/).waitFor();
  const took = await page.evaluate(async () => {
    const chatButton = () =>
      [...(document.querySelector('iframe')?.contentDocument?.querySelectorAll('button') ?? [])].some((button) =>
        /^Chat/.test(button.textContent ?? ''),
      );
    const until = (done: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => (done() ? resolve() : requestAnimationFrame(look));
        look();
      });
    const press = (value: string) =>
      document.querySelector<HTMLInputElement>(`[data-param="chat"] input[value="${value}"]`)?.click();
    await until(chatButton);
    const times: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const start = performance.now();
      press('off');
      await until(() => !chatButton() && !!document.querySelector('iframe')?.contentDocument?.querySelector('button'));
      times.push(performance.now() - start);
      press('on');
      await until(chatButton);
    }
    return times;
  });
  await page.close();
  return took;
}

/** Storybook as a designer gets it: its size, its start, and how soon a change is seen. */
export async function run(): Promise<BenchRow[]> {
  execFileSync('npm', ['run', '--silent', 'build-storybook'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const size = bytesOf(folder);
  const server = await serveFolder(folder);
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArgs });
  try {
    const starts: number[] = [];
    for (let turn = 0; turn < 3; turn += 1)
      starts.push(await interactive(browser, `${server.url}/?path=/story/playground--room`));
    const seen = await changes(browser, `${server.url}/iframe.html?id=playground--room&viewMode=story`);
    return [
      { name: 'Storybook, static build', value: `${(size / 1e6).toFixed(1)} MB`, target: '<= 12 MB', ok: size <= 12e6 },
      {
        name: 'playground interactive, cold, median of 3',
        value: `${Math.round(median(starts))} ms`,
        target: '<= 3000 ms',
        ok: median(starts) <= 3000,
      },
      {
        name: 'control change seen in the frame, one load counted, median of 6',
        value: `${Math.round(median(seen))} ms`,
        target: '<= 300 ms',
        ok: median(seen) <= 300,
      },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
