import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { meet } from './meet.js';
import { readSection, readSteps } from './readSteps.js';
import type { Step } from './readSteps.js';

type Look = (browser: Browser, url: string, picture: string) => Promise<void>;

interface Stage {
  /** What the reader does, in order. */
  readonly steps: readonly Step[];
  /** What the reader then sees, at the address of the last server. */
  readonly look?: Look;
}

export interface Journey {
  /** An app of `test/consumers/apps` to begin with. Default: an empty folder, and a generator makes the app. */
  readonly app?: string;
  readonly stages: readonly Stage[];
}

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

/** The steps of a guide, or of some of its sections. */
const stepsOf = (path: string, ...sections: readonly string[]): Step[] =>
  sections.length === 0
    ? readSteps(read(path))
    : sections.flatMap((section) => readSteps(readSection(read(path), section)));

/** Two people meet on each of some pages. */
const meetAt =
  (...paths: readonly string[]): Look =>
  async (browser, url, picture) => {
    for (const path of paths) await meet(browser, new URL(path, url).href, picture);
  };

/** The app of one guide with the files of another in place of its own, which are pasted before its page is served. */
const withFilesOf = (steps: readonly Step[], path: string): Step[] => [
  ...steps.slice(0, -1),
  ...stepsOf(path).filter(({ type }) => type === 'write'),
  ...steps.slice(-1),
];

const newViteApp = stepsOf('docs/quick-start.md', '1. Install');

/** What readers do with the guides, from an empty folder to two people in a meeting or to tests that pass. */
export const journeys: Readonly<Record<string, Journey>> = {
  'quick-start': {
    stages: [
      { steps: stepsOf('README.md', 'Quick start'), look: meet },
      { steps: stepsOf('docs/quick-start.md', '3. Events and parameters', 'A production build'), look: meet },
    ],
  },
  'vite-and-express': {
    stages: [
      { steps: stepsOf('docs/vite-and-express.md', 'Install', 'The server', 'The page'), look: meet },
      {
        steps: stepsOf('docs/vite-and-express.md', 'In production'),
        look: (browser, _, picture) => meet(browser, 'http://localhost:3000', picture),
      },
    ],
  },
  'backend-and-hooks': {
    stages: [
      {
        steps: [
          ...stepsOf('docs/vite-and-express.md', 'Install'),
          ...stepsOf('docs/backend.md'),
          ...withFilesOf(stepsOf('docs/vite-and-express.md', 'The page'), 'docs/hooks.md'),
        ],
        look: meet,
      },
    ],
  },
  nextjs: {
    stages: [{ steps: stepsOf('docs/nextjs.md'), look: meetAt('/meeting', '/en/meeting', '/call', '/lesson') }],
  },
  sveltekit: { stages: [{ steps: stepsOf('docs/sveltekit.md'), look: meet }] },
  'react-router': { app: 'react-router-ssr', stages: [{ steps: stepsOf('docs/react-router.md'), look: meet }] },
  vitest: { stages: [{ steps: [...newViteApp, ...stepsOf('docs/testing.md', 'Vitest')] }] },
  jest: { stages: [{ steps: [...newViteApp, ...stepsOf('docs/testing.md', 'Jest')] }] },
};
