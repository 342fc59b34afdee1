import { inMegabytes } from './checkPacked.js';
import type { StepResult } from './StepResult.js';

const MOST_PACKAGES = 4;

export interface Installed {
  /** The packages that React and react-dom bring by themselves. */
  readonly ofReact: readonly string[];
  /** Bytes of every package that is installed with ours and React, ours included. */
  readonly all: ReadonlyMap<string, number>;
}

/** What an app gets with the package, beside the React that it has. */
export function checkInstalled({ ofReact, all }: Installed): StepResult {
  const brought = [...all].filter(([name]) => !ofReact.includes(name));
  const isTooMany = brought.length > MOST_PACKAGES;
  return {
    lines: [
      `packages beside React's: ${brought.length}, of at most ${MOST_PACKAGES}`,
      ...brought.map(([name, bytes]) => `  ${name} ${inMegabytes(bytes)}`),
    ],
    missing: isTooMany
      ? [`Installing brings ${brought.length} packages beside React's, at most ${MOST_PACKAGES} are meant.`]
      : [],
  };
}
