import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { journeys, listUnfollowed } from '../../guides/journeys.js';
import { readSection, readSteps } from '../../guides/readSteps.js';

const read = (path: string) => readFileSync(path, 'utf8');

/** The files and commands that are read from a page, as text that can be looked up. */
const listSteps = (text: string) => readSteps(text).map((step) => JSON.stringify(step));

test('the README begins as the quick start does', () => {
  const guide = read('docs/quick-start.md');
  expect(listSteps(readSection(read('README.md'), 'Quick start'))).toEqual(
    ['1. Install', '2. Two people in one meeting'].flatMap((heading) => listSteps(readSection(guide, heading))),
  );
});

test('the README shows server and page of the guide to Vite and Express', () => {
  const shown = listSteps(readSection(read('README.md'), 'From your backend to the frame'));
  expect(shown).toHaveLength(2);
  expect(listSteps(read('docs/vite-and-express.md'))).toEqual(expect.arrayContaining(shown));
});

test('every guide is followed by a journey, or there is a reason why not', () => {
  const names = readdirSync('docs').filter((name) => name.endsWith('.md'));
  expect(listUnfollowed(names.map((name) => name.replace('.md', '')))).not.toEqual([]);
  expect(() => listUnfollowed(['unknown'])).toThrow('No journey follows unknown');
});

describe('a block that is compiled only in an app of its stack', () => {
  const followed = new Set(
    Object.values(journeys).flatMap(({ stages }) =>
      stages.flatMap(({ steps }) => steps.map((step) => JSON.stringify(step))),
    ),
  );
  const pages = readdirSync('docs').filter((name) => name.endsWith('.md'));
  const blocks = pages.flatMap((name) =>
    [...read(`docs/${name}`).matchAll(/^```tsx? in-app\n[\s\S]*?^```/gm)].map(([block]) => [name, block] as const),
  );
  /** Those whose words stand in a guide that is followed, in another place of the same app. */
  const shownElsewhere = [
    'tests/lesson.spec.ts',
    'src/routes/api/whereby/[...path]/+server.ts',
    'app/api/whereby/[...path]/route.ts',
    'proxy.ts',
    'app/layout.tsx',
  ];

  test.each(blocks)('of %s is pasted by a journey', (_, block) => {
    const [step] = readSteps(block);
    expect(step, 'it names its file').toMatchObject({ type: 'write' });
    if (step?.type === 'write' && shownElsewhere.includes(step.path)) return;
    expect(followed).toContain(JSON.stringify(step));
  });
});
