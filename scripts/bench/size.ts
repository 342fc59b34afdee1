import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';

/** The size of an app that is nothing but some names of the built package, in bytes; React excluded, unless said. */
export async function sizeOf(
  names: string,
  entry = new URL('../../dist/index.js', import.meta.url).pathname,
  { withReact = false } = {},
): Promise<{ gzip: number; brotli: number }> {
  const start = 'virtual:app';
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: start,
        external: withReact ? [] : [/^react(-dom)?(\/|$)/],
        preserveEntrySignatures: 'strict',
        output: { format: 'es' },
      },
    },
    plugins: [
      {
        name: 'app',
        resolveId: (id) => (id === start ? id : null),
        load: (id) =>
          id === start
            ? `export { ${names} } from ${JSON.stringify(entry)};${withReact ? "export { createRoot } from 'react-dom/client';" : ''}`
            : null,
      },
    ],
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as { output: { code?: string }[] };
  const code = output.map((chunk) => chunk.code ?? '').join('');
  return { gzip: gzipSync(code, { level: 9 }).length, brotli: brotliCompressSync(code).length };
}
