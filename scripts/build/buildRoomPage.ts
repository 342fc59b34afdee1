import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the sandbox's room page.
 * @param folder where to, from the project's folder; defaults to the package's own.
 */
export async function buildRoomPage(folder = 'dist/sandbox/room'): Promise<void> {
  // In a process of its own: Vite's build sets NODE_ENV to production for the whole process.
  await promisify(execFile)(
    'npx',
    [
      'vite',
      'build',
      '--config',
      'src/sandbox/room/vite.config.ts',
      '--logLevel',
      'warn',
      '--outDir',
      join(root, folder),
    ],
    { cwd: root },
  );
}
