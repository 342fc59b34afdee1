import { readFileSync } from 'node:fs';
import { build } from 'vite';

/** A file of an app as Vite builds it for production. */
export interface Chunk {
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  /** The files it loads at once. */
  readonly imports: readonly string[];
}

/** A built file of which only the names are left. */
const emptied = (code: string): string => {
  const [, names = ''] = /export \{([^}]*)\}/.exec(code) ?? [];
  return names
    .split(',')
    .map((name) => `export const ${name.trim()} = () => undefined;`)
    .join('');
};

/** An app that is nothing but some names of the built package; React excluded, and `without` these files. */
export async function bundle(
  names: string,
  entry = new URL('../../dist/index.js', import.meta.url).pathname,
  { without }: { without?: RegExp } = {},
): Promise<Chunk[]> {
  const start = 'virtual:app';
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
        enforce: 'pre',
        resolveId: (id) => (id === start ? id : null),
        load(id) {
          if (id === start) return `export { ${names} } from ${JSON.stringify(entry)};`;
          if (without?.test(id)) return emptied(readFileSync(id, 'utf8'));
          // Vite's own helper is in an app once, for everything that it loads later: it is not counted.
          return id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load()' : null;
        },
      },
    ],
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as { output: Partial<Chunk>[] };
  return output.map(({ fileName = '', code = '', isEntry = false, imports = [] }) => ({
    fileName,
    code,
    isEntry,
    imports,
  }));
}
