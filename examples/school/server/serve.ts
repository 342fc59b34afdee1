/**
 * One backend process: `tsx server/serve.ts`, with the settings of the README in its environment. Prints its address.
 * Several of them share one PostgreSQL.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { runMain } from './runMain.js';
import { readOptions } from './readOptions.js';
import { startSchool } from './startSchool.js';

await runMain(async () => {
  const school = await startSchool(readOptions());
  // The built pages, where there are any: in the Docker image.
  const pages = fileURLToPath(new URL('../web/dist', import.meta.url));
  if (existsSync(pages)) {
    school.app.use('*', serveStatic({ root: pages }));
    school.app.get('*', serveStatic({ root: pages, path: 'index.html' }));
  }
  const host = process.env['HOST'] ?? '127.0.0.1';
  const port = await school.listen(Number(process.env['PORT'] ?? 0), host);
  console.log(`http://${host}:${port}`);
  return () => school.stop();
});
