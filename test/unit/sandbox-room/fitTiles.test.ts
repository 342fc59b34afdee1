import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTiles, fitTiles } from '../../../src/sandbox/room/view/fitTiles.js';

const GAP = 8;
const length = fc.integer({ min: 90, max: 3_000 });
const area = fc.record({ width: length, height: length });

describe('fitTiles', () => {
  it('makes tiles near 4:3 of which all fit, whatever the frame', () => {
    fc.assert(
      fc.property(area, fc.integer({ min: 1, max: 50 }), (space, count) => {
        const { width, height } = fitTiles(space, count, GAP);
        const columns = Math.floor((space.width + GAP) / (width + GAP));
        const rows = Math.floor((space.height + GAP) / (height + GAP));
        expect(columns * rows).toBeGreaterThanOrEqual(count);
        // Of small tiles a whole pixel is a larger part.
        const tolerance = 1.5 / Math.max(height, 1);
        if (height < 20) return;
        expect(width / height).toBeGreaterThan(1.2 - tolerance);
        expect(width / height).toBeLessThan(1.5 + 1.5 * tolerance);
      }),
    );
  });

  it.each([
    ['one in a strip', { width: 1200, height: 300 }, 1, { width: 450, height: 300 }],
    ['two in a wide frame, beside each other', { width: 1008, height: 400 }, 2, { width: 500, height: 400 }],
    ['two in a tall frame, below each other', { width: 360, height: 608 }, 2, { width: 360, height: 300 }],
    ['three in a tall frame, each as large as can be', { width: 368, height: 620 }, 3, { width: 301, height: 201 }],
  ])('has %s', (_case, space, count, expected) => {
    const { width, height } = fitTiles(space, count, GAP);
    expect([width, height].map((side, index) => Math.abs(side - Object.values(expected)[index]!) <= 1)).toEqual([
      true,
      true,
    ]);
  });

  it('has no size where there is no space', () => {
    expect(fitTiles({ width: 0, height: 0 }, 3, GAP)).toEqual({ width: 0, height: 0 });
  });
});

describe('countTiles', () => {
  it('never counts so many that they are too small to see who it is', () => {
    fc.assert(
      fc.property(area, (space) => {
        const count = countTiles(space, GAP);
        expect(count).toBeGreaterThanOrEqual(1);
        expect(count).toBeLessThanOrEqual(12);
        if (count > 1) expect(fitTiles(space, count, GAP).height).toBeGreaterThanOrEqual(65);
      }),
    );
  });
});
