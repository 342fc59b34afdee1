import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { packageEntries } from './scripts/packageEntries.js';

/** The sandbox is built by its own configuration, with its dependencies inside. */
const entries = packageEntries.filter(({ subpath }) => subpath !== './sandbox');

/**
 * The file that a module is built into: one of its own where a page runs it, so that no file joins what an app uses with
 * what it does not use or loads later. A server reads few files: one for each set of entries that share its modules.
 */
function chooseFile(id: string): string | null {
  const [, path = ''] = /\/src\/(.+)\.tsx?$/.exec(id) ?? [];
  const isEntry = entries.some(({ output }) => output === path);
  return isEntry || !path || /^(server|testing)\//.test(path) ? null : path;
}

const isClient = (id: string): boolean => id.startsWith('/') && readFileSync(id, 'utf8').startsWith("'use client'");

/**
 * Removes imports for the effect of a file, of which no file has one: an app's bundler would warn of each. And comments
 * that name the source of what follows, which is not in the package.
 */
const removeNoise: Plugin = {
  name: 'remove-noise',
  renderChunk: (code) => ({ code: code.replaceAll(/^(?:import "\.[^"]*";|\/\/ src\/.*)\n/gm, ''), map: null }),
};

/**
 * The library. `'use client'` is on the files that use React and on no other, and an app pays for what it imports.
 * Declarations have the docblocks, so the code goes without.
 */
export default defineConfig({
  plugins: [removeNoise],
  build: {
    target: 'es2022',
    minify: false,
    lib: {
      entry: Object.fromEntries(
        entries.map(({ output, source }) => [output, fileURLToPath(new URL(source, import.meta.url))]),
      ),
      formats: ['es'],
    },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      treeshake: { moduleSideEffects: false },
      checks: { moduleLevelDirective: false },
      external: (id) => !/^[./]|^\0/.test(id),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: ({ name }) => (name.includes('/') ? `${name}.js` : `shared/${name}.js`),
        // Each of the modules that say so has a file of its own.
        banner: ({ moduleIds }) => (moduleIds.some(isClient) ? '"use client";' : ''),
        minifyInternalExports: false,
        comments: { jsdoc: false },
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chooseFile, debugName: 'files' }] },
      },
    },
  },
});
