import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { launchChromium } from '../../../scripts/browser/launchChromium.js';
import { serveFolder } from '../../../scripts/servers/serveFolder.js';
import { patience } from '../../support/patience.js';

interface Entry {
  readonly id: string;
  readonly type: 'docs' | 'story';
  readonly tags: readonly string[];
}

export interface BuiltStorybook {
  /** What the sidebar shows. */
  readonly entries: readonly Entry[];
  open(id: string, options?: BrowserContextOptions & { readonly query?: string }): Promise<Page>;
  /** Opens another entry in the same page. */
  show(page: Page, id: string): Promise<void>;
  close(): Promise<void>;
}

export const folder = 'storybook-static';

/** The entries of the built Storybook, which a test lists before it runs. */
export const readEntries = (): readonly Entry[] =>
  Object.values(
    (JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as { entries: Record<string, Entry> }).entries,
  ).filter(({ tags }) => tags.includes('dev'));

/** The built Storybook in a browser. Each page is an entry without Storybook around it. */
export async function openStorybook(): Promise<BuiltStorybook> {
  const { origin, close } = await serveFolder(folder);
  const browser = await launchChromium();
  const contexts: BrowserContext[] = [];
  const entries = readEntries();
  const isDocs = (id: string) => entries.some((entry) => entry.id === id && entry.type === 'docs');

  const show = async (page: Page, id: string, query = '') => {
    await page.goto(`${origin}/iframe.html?id=${id}&viewMode=${isDocs(id) ? 'docs' : 'story'}${query}`);
    await page
      .locator(isDocs(id) ? '#storybook-docs h1' : '#storybook-root main')
      .first()
      .waitFor();
  };
  return {
    entries,
    show,
    async open(id, { query, ...options } = {}) {
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 800 },
        permissions: ['camera', 'microphone', 'clipboard-read', 'clipboard-write'],
        ...options,
      });
      context.setDefaultTimeout(patience);
      contexts.push(context);
      const page = await context.newPage();
      await show(page, id, query);
      return page;
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await close();
    },
  };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in a page, without the rooms in its frames. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const options: RunOptions = { iframes: false, resultTypes: ['violations'] };
  const { violations } = await page.evaluate(
    (given) => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(given),
    // A story has no landmarks around it.
    { ...options, rules: { region: { enabled: false } } },
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
