import { chmodSync } from 'node:fs';
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

/**
 * What the sandbox takes from the library's files, which are built before it, instead of bundling it a second time: errors,
 * of which each file is one of the library's too, and what `doctor` does.
 */
const findBuiltFile = (module: string): string | undefined =>
  module === 'src/server/doctor/doctor.ts'
    ? 'server/index.js'
    : /^src\/(errors\/\w+)\.ts$/.exec(module)?.[1]?.concat('.js');

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
        comments: { jsdoc: false },
        // A third of the bytes. This is a tool: what runs in an app's backend stays as readable as its source.
        minify: true,
      },
    },
  },
});
