import type { StepResult } from './StepResult.js';

/** A line of `size-limit --json`. */
export interface Size {
  readonly name: string;
  readonly size: number;
  readonly sizeLimit: number;
  readonly passed: boolean;
}

/** What the package adds to an app's bundle. */
export function checkSizes(sizes: readonly Size[]): StepResult {
  return {
    lines: sizes.map(({ name, size, sizeLimit }) => `${name.padEnd(40)} ${size} B of at most ${sizeLimit} B`),
    missing: sizes
      .filter(({ passed }) => !passed)
      .map(({ name, size, sizeLimit }) => `${name} takes ${size} B, at most ${sizeLimit} B are meant.`),
  };
}
