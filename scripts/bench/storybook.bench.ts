import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Frame } from 'playwright';
import { launchChromium } from '../browser/launchChromium.js';
import { serveFolder } from '../servers/serveFolder.js';
import type { BenchRow } from './row.js';

const folder = 'storybook-static';

const bytesOf = (path: string): number =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(path, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const playground = '/?path=/story/playground--room';

/** Storybook's own page with the playground in it, as soon as the room there has said that it is ready. */
async function open(context: BrowserContext, url: string): Promise<Frame> {
  const page = await context.newPage();
  // The compiler that runs this file names functions by a helper, which the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(url + playground);
  await page
    .frameLocator('#storybook-preview-iframe')
    .getByText(/^Loaded in/)
    .waitFor();
  return page.frame({ url: /iframe\.html/ })!;
}

/** From the navigation to a room that is ready and a control that is answered, with nothing cached. */
async function interactive(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const start = performance.now();
  const preview = await open(context, url);
  await preview.locator('[data-param="chat"] label', { hasText: 'Off' }).click();
  await preview.getByText('?chat=off', { exact: true }).waitFor();
  const took = performance.now() - start;
  await context.close();
  return took;
}

interface Seen {
  /** From a click to a painted room without the button. */
  readonly clicks: readonly number[];
  /** From the last key of a text to a painted room that says it; the pause for more keys is part of it. */
  readonly texts: readonly number[];
}

/** How soon a change is seen in the room: the change, one load, the room as it is then, and its paint. */
async function changes(browser: Browser, url: string): Promise<Seen> {
  const context = await browser.newContext();
  const preview = await open(context, url);
  const seen = await preview.evaluate(async () => {
    const room = () => document.querySelector('iframe')?.contentDocument;
    const buttons = () => [...(room()?.querySelectorAll('.room button') ?? [])];
    const hasChat = () => buttons().some((button) => /^Chat/.test(button.getAttribute('aria-label') ?? ''));
    const until = (done: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => (done() ? resolve() : requestAnimationFrame(look));
        look();
      });
    // The first frame after it is seen in the document is the one that shows it.
    const painted = async (done: () => boolean) => {
      const start = performance.now();
      await until(done);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - start;
    };
    const loads = () => Number(/load (\d+)/.exec(document.body.textContent ?? '')?.[1] ?? 1);
    const press = (value: string) =>
      document.querySelector<HTMLInputElement>(`[data-param="chat"] input[value="${value}"]`)?.click();
    const type = (text: string) => {
      const field = document.querySelector<HTMLInputElement>('[data-param="displayName"] input')!;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    await until(hasChat);
    const clicks: number[] = [];
    const texts: number[] = [];
    for (let turn = 0; turn < 9; turn += 1) {
      const before = loads();
      press(turn % 2 ? 'on' : 'off');
      clicks.push(await painted(() => buttons().length > 0 && hasChat() === (turn % 2 === 1)));
      await until(() => loads() === before + 1);
      type(`Ada ${turn}`);
      texts.push(await painted(() => (room()?.documentElement?.textContent ?? '').includes(`Ada ${turn}`)));
      await until(() => loads() === before + 2);
    }
    return { clicks, texts };
  });
  await context.close();
  return seen;
}

/** The longest time without a frame while a text is typed, letter by letter. */
async function typing(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const preview = await open(context, url);
  await preview.evaluate(() => {
    const watch = globalThis as unknown as { longestFrame: number };
    watch.longestFrame = 0;
    let last = performance.now();
    const look = () => {
      const now = performance.now();
      watch.longestFrame = Math.max(watch.longestFrame, now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await preview.locator('[data-param="displayName"] input').pressSequentially('Wilhelmina Featherstone', { delay: 60 });
  await preview.getByRole('searchbox', { name: 'Search parameters' }).pressSequentially('mute on entry', { delay: 60 });
  const longest = await preview.evaluate(() => (globalThis as unknown as { longestFrame: number }).longestFrame);
  await context.close();
  return longest;
}

/** Storybook as a designer gets it: its size, its start, and how soon a change is seen. */
export async function run(): Promise<BenchRow[]> {
  execFileSync('npm', ['run', '--silent', 'build-storybook'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const size = bytesOf(folder);
  const server = await serveFolder(folder);
  const browser = await launchChromium();
  try {
    const starts: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) starts.push(await interactive(browser, server.origin));
    const { clicks, texts } = await changes(browser, server.origin);
    const frames: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) frames.push(await typing(browser, server.origin));
    const row = (name: string, values: readonly number[], most: number): BenchRow => ({
      name: `${name}, median of ${values.length}`,
      value: `${Math.round(median(values))} ms`,
      target: `<= ${most} ms`,
      ok: median(values) <= most,
    });
    return [
      { name: 'Storybook, static build', value: `${(size / 1e6).toFixed(1)} MB`, target: '<= 12 MB', ok: size <= 12e6 },
      row('playground and its room interactive, cold', starts, 3000),
      row('click on a control seen in the frame, one load counted', clicks, 300),
      row('text typed seen in the frame, its pause included', texts, 300),
      row('longest frame while typing', frames, 50),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
