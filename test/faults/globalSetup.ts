import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildPrograms } from '../../scripts/build/buildPrograms.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built programs in `test/faults/processes`. */
    processes: string;
  }
}

const toPath = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the programs that the tests start by the dozen, so that each starts at once. */
export async function setup(project: TestProject): Promise<void> {
  // Inside the project, so that the programs find its packages.
  const outDir = toPath('../../node_modules/.cache/faults');
  const programs = readdirSync(toPath('processes')).map((name) => toPath(`processes/${name}`));
  await buildPrograms(programs, outDir);
  project.provide('processes', outDir);
}
