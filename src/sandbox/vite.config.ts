import { chmodSync } from 'node:fs';
import { builtinModules } from 'node:module';
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

/** The sandbox with its dependencies bundled, so that the package adds none to an app. */
export default defineConfig({
  root: path('.'),
  plugins: [makeExecutable, bundledPackages('sandbox', path('../../dist'))],
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
        // Half of the bytes. Functions keep their names, so that a stack trace can be read.
        minify: { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
      },
    },
  },
});
