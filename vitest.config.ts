import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { defineConfig } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { chromiumProvider } from './test/projects/chromiumProvider.js';
import { react18Alias } from './test/projects/react18Alias.js';
import { patience } from './test/support/patience.js';

/**
 * Files of these projects share the modules that they import, which halves their time: a test undoes what it changes.
 */
const shared = { isolate: false };

const dom = {
  ...shared,
  environment: 'jsdom',
  // A sample of the testing guide is a test itself.
  include: ['test/dom/**/*.test.tsx', 'docs/samples/testing/room.tsx'],
  setupFiles: ['test/dom/setup.ts'],
};

/** New for every project, because Vitest writes the project's name into the instance. */
const createBrowser = (): BrowserConfigOptions => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  instances: [{ browser: 'chromium' }],
});

/**
 * For projects with real servers and browsers, whose tests are long. Projects of one group run at the same time, groups
 * one after the other.
 */
const inGroup = (groupOrder: number) => ({ sequence: { groupOrder }, testTimeout: 5 * patience });

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    // All deadlines of all tests: see `patience`. A file sets one only if the test is about it.
    expect: { poll: { timeout: patience } },
    testTimeout: 2 * patience,
    hookTimeout: 5 * patience,
    teardownTimeout: patience,
    retry: 0,
    // Vitest leaves one core to itself, which on a machine of two cores is half of it.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { ...shared, name: 'unit', include: ['test/unit/**/*.test.ts', 'test/contract/**/*.test.ts'] },
      },
      { extends: true, test: { name: 'dom', ...dom } },
      {
        extends: true,
        resolve: { alias: react18Alias },
        test: {
          name: 'dom-react18',
          ...dom,
          // These pages are never rendered by an app's React.
          exclude: ['test/dom/sandbox-room/**', 'test/dom/stories/**'],
          server: { deps: { inline: [/@testing-library\/react/, /\/swr\//] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'stores',
          include: ['test/stores/**/*.test.ts'],
          globalSetup: ['test/stores/globalSetup.ts'],
          setupFiles: ['test/stores/setup.ts'],
          ...inGroup(1),
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.{ts,tsx}'],
          globalSetup: ['test/e2e/globalSetup.ts'],
          ...inGroup(1),
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.tsx'],
          globalSetup: ['test/browser/globalSetup.ts'],
          browser: {
            ...createBrowser(),
            provider: chromiumProvider({
              hosts: (project) => ({ '*.whereby.com': `127.0.0.1:${project.getProvidedContext().roomsPort}` }),
            }),
          },
          fileParallelism: false,
          ...inGroup(2),
        },
      },
      {
        extends: true,
        // Found late otherwise, and then Vite reloads the page under the running test.
        optimizeDeps: { include: ['storybook/theming/create'] },
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          name: 'storybook',
          globalSetup: ['test/storybook/globalSetup.ts'],
          browser: {
            ...createBrowser(),
            viewport: { width: 1280, height: 800 },
            provider: chromiumProvider({
              contextOptions: { permissions: ['clipboard-read', 'clipboard-write', 'camera', 'microphone'] },
            }),
          },
          fileParallelism: false,
          ...inGroup(3),
        },
      },
    ],
  },
});
