import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Bytes, gzipped, that an app loads at once for these names of the built package; React and what is loaded later excluded. */
export async function loadedSize(names: string): Promise<number> {
  const start = 'virtual:app';
  const entry = new URL('../../dist/index.js', import.meta.url).pathname;
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: start,
        external: [/^react(-dom)?(\/|$)/],
        preserveEntrySignatures: 'strict',
        output: { format: 'es' },
      },
    },
    plugins: [
      {
        name: 'app',
        resolveId: (id) => (id === start ? id : null),
        load: (id) => (id === start ? `export { ${names} } from ${JSON.stringify(entry)}` : null),
      },
    ],
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as {
    output: { fileName: string; code?: string; isEntry?: boolean; imports?: string[] }[];
  };
  const loaded = new Set<string>();
  const load = (name: string) => {
    const chunk = output.find(({ fileName }) => fileName === name);
    if (!chunk || loaded.has(name)) return;
    loaded.add(name);
    chunk.imports?.forEach(load);
  };
  for (const { fileName, isEntry } of output) if (isEntry) load(fileName);
  return output
    .filter(({ fileName }) => loaded.has(fileName))
    .reduce((sum, { code }) => sum + gzipSync(code ?? '', { level: 9 }).length, 0);
}
