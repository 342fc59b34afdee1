import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differingPixels } from '../../scripts/pictures/differingPixels.js';
import { openSurfaces } from '../../scripts/pictures/openSurfaces.js';
import type { Surfaces } from '../../scripts/pictures/openSurfaces.js';
import { surfacePicture, surfaces, surfaceThemes } from '../../scripts/pictures/surfaces.js';

/** Of a thousand pixels. One line of text that has moved is more. */
const TOLERATED = 1;
const out = 'test-results/stories';

let opened: Surfaces;

beforeAll(async () => {
  opened = await openSurfaces();
});
afterAll(() => opened?.close());

const cases = surfaces.flatMap((surface) => surfaceThemes.map((theme) => [surface.name, theme, surface] as const));

test.each(cases)('%s looks as pictured, %s, on a desktop and on a phone', async (name, theme, surface) => {
  const taken = await opened.take(surface, theme);
  const differing = [...taken].map(([width, picture]) => {
    const kept = surfacePicture(surface, width, theme);
    expect(existsSync(kept), `${kept} is missing: run npx tsx scripts/pictures.ts stories`).toBe(true);
    const perMille = (1000 * differingPixels(readFileSync(kept), picture)) / (width * 800);
    if (perMille > TOLERATED) {
      mkdirSync(out, { recursive: true });
      writeFileSync(`${out}/${name}-${width}-${theme}.png`, picture);
    }
    return [width, perMille] as const;
  });
  expect(
    differing.filter(([, perMille]) => perMille > TOLERATED),
    `${name} looks different, see ${out}. If that is intended, run npx tsx scripts/pictures.ts stories`,
  ).toEqual([]);
});
