import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildPrograms } from '../../scripts/build/buildPrograms.js';
import { startPostgres } from '../../scripts/databases/startPostgres.js';
import { installDebianPackages } from '../../scripts/installDebianPackages.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a PostgreSQL; undefined if it cannot be had. */
    postgres: string | undefined;
    /** The built program of one backend process. */
    backend: string;
  }
}

const toPath = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts PostgreSQL, and builds the backend, so that a process of it starts at once. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Inside the project, so that the program finds its packages; apart from that of another run.
  const outDir = toPath(`../../node_modules/.cache/school-${process.pid}`);
  await buildPrograms([toPath('../../examples/school/server/serve.ts')], outDir);
  const postgres = (await startPostgres()) ?? (await install());
  project.provide('postgres', postgres?.url);
  project.provide('backend', `${outDir}/serve.js`);
  return async () => {
    await postgres?.stop();
    rmSync(outDir, { recursive: true });
  };
}

async function install() {
  await installDebianPackages(['postgresql']).catch((error: unknown) => console.error(error));
  const postgres = await startPostgres();
  if (!postgres && process.env['CI'] === 'true') throw new Error('The proofs of the school need PostgreSQL.');
  return postgres;
}
