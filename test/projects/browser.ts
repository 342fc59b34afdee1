import { playwright } from '@vitest/browser-playwright';
import type { TestProjectConfiguration } from 'vitest/config';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { sourceAlias } from './alias.js';

const executablePath = await findChromium();

/** Real Chromium; `https://*.whereby.com` is the sandbox on this machine, so nothing is special for tests. */
export const browserProject: TestProjectConfiguration = {
  resolve: { alias: sourceAlias },
  test: {
    name: 'browser',
    include: ['test/browser/**/*.test.tsx'],
    globalSetup: ['test/browser/globalSetup.ts'],
    testTimeout: 30_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath,
          args: [
            ...chromiumArgs,
            '--host-resolver-rules=MAP *.whereby.com 127.0.0.1:18443, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
          ],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
};
