import { playwright } from '@vitest/browser-playwright';
import type { TestProjectConfiguration } from 'vitest/config';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { freePort } from '../../scripts/freePort.js';

const executablePath = await findChromium();
/** Told to the set-up that serves the rooms. */
const port = (process.env['ROOMS_PORT'] ??= String(await freePort()));

/** Real Chromium; `https://*.whereby.com` is the sandbox on this machine, so nothing is special for tests. */
export const browserProject: TestProjectConfiguration = {
  resolve: { tsconfigPaths: true },
  test: {
    name: 'browser',
    include: ['test/browser/**/*.test.tsx'],
    globalSetup: ['test/browser/globalSetup.ts'],
    testTimeout: 60_000,
    retry: process.env['CI'] ? 1 : 0,
    sequence: { groupOrder: 2 },
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath,
          args: [
            ...chromiumArgs,
            `--host-resolver-rules=MAP *.whereby.com 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
          ],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
};
