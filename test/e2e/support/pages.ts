import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface PageAnswer {
  readonly headers?: Readonly<Record<string, string>>;
  readonly html: string;
  /** How long the script is held back, in milliseconds. */
  readonly holdScript?: number;
}

export interface Pages {
  readonly port: number;
  /** What `/name` answers. `<script type="module" src="/script.js"></script>` is the built page script. */
  set(name: string, answer: PageAnswer): void;
  /** When a script was last given out, in milliseconds. */
  scriptGivenAt(): number;
  close(): Promise<void>;
}

/** A page's script with all it imports, as an app would build it. */
export async function bundle(entry: string, mode = 'development'): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode,
    resolve: { tsconfigPaths: true },
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    build: { write: false, minify: false, rolldownOptions: { input: fileURLToPath(new URL(entry, import.meta.url)) } },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as { output: { code?: string }[] };
  return output[0]?.code ?? '';
}

/** Serves pages over plain http on loopback, with whatever headers a test asks for. */
export async function servePages(script: string): Promise<Pages> {
  const answers = new Map<string, PageAnswer>();
  let given = NaN;
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/script.js') {
      setTimeout(
        () => {
          given = Date.now();
          response.setHeader('content-type', 'text/javascript').end(script);
        },
        Number(searchParams.get('hold') ?? 0),
      );
      return;
    }
    const answer = answers.get(pathname.slice(1));
    response.setHeader('content-type', 'text/html; charset=utf-8');
    for (const [name, value] of Object.entries(answer?.headers ?? {})) response.setHeader(name, value);
    response.statusCode = answer ? 200 : 404;
    response.end(
      answer &&
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${pathname}</title></head><body>${answer.html}<script type="module" src="/script.js?hold=${answer.holdScript ?? 0}"></script></body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    set: (name, answer) => void answers.set(name, answer),
    scriptGivenAt: () => given,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
