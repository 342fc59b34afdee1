import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { packageEntries } from './scripts/packageEntries.js';

/** The sandbox is built by its own configuration, with its dependencies inside. */
const entries = packageEntries.filter(({ subpath }) => subpath !== './sandbox');

/** The library: one file out for each file in, so that `'use client'` stays where it stands and an app pays for what it imports. */
export default defineConfig({
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: {
      entry: Object.fromEntries(
        entries.map(({ output, source }) => [output, fileURLToPath(new URL(source, import.meta.url))]),
      ),
      formats: ['es'],
    },
    rolldownOptions: {
      external: (id) => !/^[./]|^\0/.test(id),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});
