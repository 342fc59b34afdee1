import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { floatCall } from './floatCall.js';
import type { Look } from './Look.js';
import { meet } from './meet.js';
import { readSection, readSteps } from './readSteps.js';
import type { Step } from './readSteps.js';
import { receiveWebhooks } from './receiveWebhooks.js';

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

const followed = new Set<string>();
const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

/** The steps of a guide, or of some of its sections. */
function stepsOf(path: string, ...sections: readonly string[]): Step[] {
  followed.add(path);
  return sections.length === 0
    ? readSteps(read(path))
    : sections.flatMap((section) => readSteps(readSection(read(path), section)));
}

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

/** Those of a guide's commands that start the sandbox. */
const startSandbox = stepsOf('docs/quick-start.md').filter(
  (step) => step.type === 'start' && step.command.includes('sandbox'),
);
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
  'persistent-call': {
    stages: [{ steps: [...newViteApp, ...startSandbox, ...stepsOf('docs/persistent-call.md')], look: floatCall }],
  },
  webhooks: { stages: [{ steps: stepsOf('docs/webhooks.md'), look: receiveWebhooks }] },
  vitest: { stages: [{ steps: [...newViteApp, ...stepsOf('docs/testing.md', 'Vitest')] }] },
  jest: { stages: [{ steps: [...newViteApp, ...stepsOf('docs/testing.md', 'Jest')] }] },
};

/** Guides that make no app of their own, and what tries their code instead. */
const triedElsewhere: Readonly<Record<string, readonly string[]>> = {
  'its samples run in test/contract/docs': [
    'attendance',
    'controls',
    'migrating',
    'panels',
    'per-participant-urls',
    'recipes',
    'rest-client',
    'sandbox',
    'typescript',
  ],
  'its samples run there, but it takes a phone or an app around a web view to see them': ['mobile-and-webviews'],
  'apps of test/consumers do what it says': ['monorepos', 'security-and-csp'],
  'its tables are made from the lists in src': ['configuration', 'room-urls', 'troubleshooting'],
  'test/unit/docs holds every promise against a test': ['threat-model'],
};

/** The guides that no journey follows, in groups, each with the reason. */
export function listUnfollowed(names: readonly string[]): string[] {
  const reasons = new Map(
    Object.entries(triedElsewhere).flatMap(([reason, guides]) => guides.map((guide) => [guide, reason] as const)),
  );
  const missing = names.filter((name) => !followed.has(`docs/${name}.md`) && !reasons.has(name));
  if (missing.length > 0) throw new Error(`No journey follows ${missing.join(', ')}, and nothing says why.`);
  return Object.entries(triedElsewhere).map(([reason, guides]) => `${guides.join(', ')} (${reason})`);
}
