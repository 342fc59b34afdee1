import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { pictureCases } from '../../../scripts/pictures/cases.js';
import { differingPixels } from '../../../scripts/pictures/differingPixels.js';
import { frameSize } from '../../../scripts/pictures/frameSize.js';
import { openStudio } from '../../../scripts/pictures/studio.js';
import type { Studio } from '../../../scripts/pictures/studio.js';

/** A button's icon alone has more; what the kept pictures lose with their colours has none. */
const TOLERATED = 60;
const out = 'test-results/pictures';

let studio: Studio;

beforeAll(async () => {
  studio = await openStudio(inject('roomPage'));
});
afterAll(() => studio?.close());

/** The states of a parameter, cut out of its picture. */
function statesIn(path: string): Buffer[] {
  const all = PNG.sync.read(readFileSync(path));
  const { gap, label, width, height } = frameSize;
  return Array.from({ length: Math.round((all.width + gap) / (width + gap)) }, (_, index) => {
    const one = new PNG({ width, height });
    PNG.bitblt(all, one, index * (width + gap), label, width, height, 0, 0);
    return PNG.sync.write(one);
  });
}

test.each(pictureCases.map(({ name }) => name))('the picture of %s differs from the room without it', (name) => {
  const [first, ...others] = statesIn(`docs/images/params/${name}.png`);
  const differing = others.map((other) => differingPixels(first!, other, 0.05));
  expect(Math.max(...differing)).toBeGreaterThan(TOLERATED);
});

describe('the room looks as pictured for', () => {
  test.each(pictureCases.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const kept = `docs/images/params/${name}.png`;
    expect(existsSync(kept), `${kept} is missing: run npx tsx scripts/pictures.ts ${name}`).toBe(true);
    const taken = await studio.take(one);
    const differing = differingPixels(readFileSync(kept), taken);
    if (differing > TOLERATED) {
      mkdirSync(out, { recursive: true });
      writeFileSync(`${out}/${name}.png`, taken);
    }
    expect(
      differing,
      `${name} looks different from ${kept}: see ${out}/${name}.png. If that is intended, run npx tsx scripts/pictures.ts ${name}`,
    ).toBeLessThanOrEqual(TOLERATED);
  });
});
