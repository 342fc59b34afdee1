import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseServers } from './databaseServers.js';
import { startDatabase } from './startDatabase.js';

/** PostgreSQL alone, with its data in a temporary folder; undefined if it is not installed. */
export async function startPostgres(): Promise<
  { readonly url: string; readonly stop: () => Promise<void> } | undefined
> {
  const postgres = databaseServers.find(({ debianPackage }) => debianPackage === 'postgresql');
  const program = postgres?.findProgram();
  if (!postgres || !program) return undefined;
  const root = mkdtempSync(join(tmpdir(), 'postgres-'));
  // PostgreSQL runs as somebody else if this process is root's.
  chmodSync(root, 0o755);
  const { url, stop } = await startDatabase(postgres, program, join(root, 'server'));
  return {
    url,
    async stop() {
      await stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
