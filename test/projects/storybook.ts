import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import type { TestProjectConfiguration } from 'vitest/config';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';

/** Every story in real Chromium, its play function and axe included. Nothing outside this machine can be reached. */
export const storybookProject: TestProjectConfiguration = {
  resolve: { tsconfigPaths: true },
  // Found late otherwise, at which Vite loads the tests of the moment anew.
  optimizeDeps: { include: ['storybook/theming/create'] },
  plugins: [storybookTest({ configDir: '.storybook' })],
  test: {
    name: 'storybook',
    testTimeout: 60_000,
    retry: process.env['CI'] ? 1 : 0,
    sequence: { groupOrder: 3 },
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1280, height: 800 },
      provider: playwright({
        launchOptions: {
          executablePath: await findChromium(),
          args: [...chromiumArgs, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
        },
        contextOptions: { permissions: ['clipboard-read', 'clipboard-write', 'camera', 'microphone'] },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
};
