import type { TestProject } from 'vitest/node';
import { startDatabases } from '../../scripts/databases/startDatabases.js';
import { serveBackgroundResult } from '../support/background.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the addresses of the database servers are, once these run. */
    databases: string;
  }
}

/** Starts the database servers while other projects run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const databases = startDatabases();
  const { url, close } = await serveBackgroundResult(databases.then(({ urls }) => urls));
  project.provide('databases', url);
  return async () => {
    await databases.then(
      ({ stop }) => stop(),
      () => undefined,
    );
    await close();
  };
}
