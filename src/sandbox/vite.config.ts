import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { bundledPackages } from '../../scripts/build/bundledPackages.js';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** npm makes a command executable when it installs the package. In a checkout nothing else does. */
const makeExecutable: Plugin = {
  name: 'make-executable',
  writeBundle: () => chmodSync(path('../../dist/sandbox/cli.js'), 0o755),
};

/** Imported only if they are there: Vite serves the room page from its sources in this project, ts-morph reads an app's code, the others speed up `ws`. */
const optional = ['vite', 'ts-morph', 'bufferutil', 'utf-8-validate'];
const external = new Set([...builtinModules, ...optional]);

const namesIn = (code: string, list: RegExp) =>
  [...code.matchAll(list)].flatMap(([, names = '']) => names.split(/,\s*/));

/**
 * The file of the library, which is built before the sandbox, that has everything a module of it exports. The sandbox takes
 * that instead of bundling it a second time.
 * @param module its path in the project
 */
function findBuiltFile(module: string): string | undefined {
  if (module === 'src/server/doctor/doctor.ts') return 'server/index.js';
  const file = /^src\/((?:errors|params|protocol|time)\/.+)\.ts$/.exec(module)?.[1]?.concat('.js');
  if (!file || !existsSync(path(`../../dist/${file}`))) return undefined;
  const built = namesIn(readFileSync(path(`../../dist/${file}`), 'utf8'), /^export \{ (.*) \};$/gm);
  const names = namesIn(
    readFileSync(path(`../../${module}`), 'utf8'),
    /^export (?:async )?(?:const|function|class) (\w+)/gm,
  );
  return names.every((name) => built.includes(name)) ? file : undefined;
}

const shareWithLibrary: Plugin = {
  name: 'share-with-library',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const resolved = importer && (await this.resolve(source, importer, { ...options, skipSelf: true }));
    const file = resolved ? findBuiltFile(relative(path('../..'), resolved.id).replaceAll('\\', '/')) : undefined;
    return file === undefined ? null : { id: path(`../../dist/${file}`), external: true };
  },
};

/** The sandbox with its dependencies bundled, so that the package adds none to an app. */
export default defineConfig({
  root: path('.'),
  plugins: [shareWithLibrary, makeExecutable, bundledPackages('sandbox', path('../../dist'))],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    outDir: path('../../dist/sandbox'),
    // The folder of the room page is in it.
    emptyOutDir: false,
    rolldownOptions: {
      input: { index: path('index.ts'), cli: path('cli.ts') },
      external: (id) => id.startsWith('node:') || external.has(id),
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
        // Nothing bundles the sandbox again, so nobody reads what is marked as pure.
        comments: { jsdoc: false, annotation: false },
        // A third of the bytes. This is a tool: what runs in an app's backend stays as readable as its source.
        minify: true,
      },
    },
  },
});
