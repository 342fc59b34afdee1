import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { vi } from 'vitest';
import { startDemo } from '../../../examples/school/server/demo/startDemo.js';
import type { RunningDemo } from '../../../examples/school/server/demo/startDemo.js';
import { openOwnChromium } from '../../e2e/support/openBrowser.js';

export interface DemoInBrowser {
  readonly demo: RunningDemo;
  readonly browser: Browser;
  stop(): Promise<void>;
}

/** What `npm run school` starts, with a folder of its own for its data, and a browser. */
export async function startDemoInBrowser(isTwo: boolean): Promise<DemoInBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'school-'));
  vi.stubEnv('SCHOOL_DATA', folder);
  vi.stubEnv('WHEREBY_API_KEY', '');
  vi.stubEnv('DATABASE_URL', '');
  const [demo, browser] = await Promise.all([startDemo({ port: 0, isTwo }), openOwnChromium()]);
  return {
    demo,
    browser,
    async stop() {
      await browser.close();
      await demo.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
