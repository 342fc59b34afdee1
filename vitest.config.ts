import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { browserProject } from './test/projects/browser.js';
import { react18Alias } from './test/projects/react18.js';
import { storybookProject } from './test/projects/storybook.js';

/** Browsers get the machine to themselves: two cores are not enough for several at once. */
const after = (groupOrder: number) => ({ sequence: { groupOrder } });

/** Vitest leaves one core to itself, which on a machine of two is half of it. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

const dom = {
  maxWorkers,
  environment: 'jsdom',
  // The guide's own sample of a test among them.
  include: ['test/dom/**/*.test.tsx', 'docs/samples/testing/room.tsx'],
  setupFiles: ['test/dom/setup.ts'],
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { tsconfigPaths: true },
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/contract/**/*.test.ts'],
          testTimeout: 20_000,
          maxWorkers,
        },
      },
      { resolve: { tsconfigPaths: true }, test: { ...dom, name: 'dom' } },
      {
        resolve: { tsconfigPaths: true, alias: react18Alias },
        test: { ...dom, name: 'dom-react18', server: { deps: { inline: [/@testing-library\/react/, /\/swr\//] } } },
      },
      {
        resolve: { tsconfigPaths: true },
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          retry: process.env['CI'] ? 1 : 0,
          ...after(1),
        },
      },
      browserProject,
      storybookProject,
    ],
  },
});
