import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface App {
  readonly url: string;
  close(): Promise<void>;
}

/** An app with its own routes, built as users build theirs: every path that is no file answers the one page. */
export async function serveApp(entry: string): Promise<App> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    resolve: { tsconfigPaths: true },
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: fileURLToPath(new URL(entry, import.meta.url)),
        output: { entryFileNames: 'app.js', chunkFileNames: '[name].js' },
      },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as { output: { fileName: string; code?: string }[] };
  const files = new Map(output.map(({ fileName, code }) => [`/${fileName}`, code]));
  const server = createServer((request, response) => {
    const code = files.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.setHeader('content-type', code === undefined ? 'text/html; charset=utf-8' : 'text/javascript');
    response.end(
      code ??
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>App</title></head><body style="margin:0;font:1rem system-ui"><div id="root"></div><script type="module" src="/app.js"></script></body></html>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
