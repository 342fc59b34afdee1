import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * How many pixels of two pictures differ to the eye; all of them where the sizes do.
 * @param threshold how much a pixel may differ, from 0 to 1. The default forgives what kept pictures lose with their
 *   colours; two states cut out of one picture need less.
 */
export function differingPixels(one: Buffer, other: Buffer, threshold = 0.12): number {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) return Math.max(a.width * a.height, b.width * b.height);
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold });
}
