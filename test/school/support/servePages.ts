import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { vi } from 'vitest';
import { securityHeaders } from '../../../examples/school/server/operations/securityHeaders.js';

const root = fileURLToPath(new URL('../../../examples/school/web', import.meta.url));
const configFile = fileURLToPath(new URL('../../../examples/school/vite.config.ts', import.meta.url));

/** The school's pages as they are built for its Docker image, with its headers, without a server behind them. */
export async function servePages(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'school-pages-'));
  const common = {
    configFile,
    root,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 1_000 },
  } as const;
  // Vite keeps the environment that is set, and the tests' own is none that anybody ships.
  vi.stubEnv('NODE_ENV', 'production');
  await build(common);
  vi.unstubAllEnvs();
  const server = await preview({ ...common, preview: { host: '127.0.0.1', port: 0, headers: securityHeaders } });
  return {
    url: server.resolvedUrls!.local[0]!,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
