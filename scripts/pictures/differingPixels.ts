import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How many pixels of two pictures differ to the eye; all of them where the sizes do. */
export function differingPixels(one: Buffer, other: Buffer): number {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) return Math.max(a.width * a.height, b.width * b.height);
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.12 });
}
