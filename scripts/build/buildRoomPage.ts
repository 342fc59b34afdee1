import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the sandbox's room page.
 * @param folder where to, from the project's folder. Without it the page becomes the package's own, as `npm run build`
 * makes it.
 */
export async function buildRoomPage(folder?: string): Promise<void> {
  const outDir = folder === undefined ? [] : ['--outDir', join(root, folder)];
  await promisify(execFile)(
    'npx',
    ['vite', 'build', '--config', 'src/sandbox/room/vite.config.ts', '--logLevel', 'warn', ...outDir],
    // Under a test runner NODE_ENV is "test", with which React's development build would become part of the page.
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
  );
}
