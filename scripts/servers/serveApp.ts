import { createServer } from 'node:http';
import { build } from 'vite';
import { listenOnLoopback } from './listenOnLoopback.js';
import type { LoopbackServer } from './listenOnLoopback.js';

const html =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>App</title></head><body style="margin:0;font:1rem system-ui"><div id="root"></div><script type="module" src="/app.js"></script></body></html>';

/**
 * Serves an app with its own routes, built as users build theirs: every path that is not a file is the one page.
 * @param entry path of the app's source file.
 */
export async function serveApp(entry: string): Promise<LoopbackServer> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    resolve: { tsconfigPaths: true },
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: entry, output: { entryFileNames: 'app.js', chunkFileNames: '[name].js' } },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as { output: { fileName: string; code?: string }[] };
  const files = new Map(output.map(({ fileName, code }) => [`/${fileName}`, code]));
  return listenOnLoopback(
    createServer((request, response) => {
      const code = files.get(new URL(request.url ?? '/', 'http://localhost').pathname);
      response.setHeader('content-type', code === undefined ? 'text/html; charset=utf-8' : 'text/javascript');
      response.end(code ?? html);
    }),
  );
}
