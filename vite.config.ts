import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { entries } from './scripts/entries.js';

/** The library: one file out for each file in, so that `'use client'` stays where it stands and an app pays for what it imports. */
export default defineConfig({
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: {
      entry: Object.fromEntries(
        Object.entries(entries).map(([name, file]) => [name, fileURLToPath(new URL(file, import.meta.url))]),
      ),
      formats: ['es'],
    },
    rolldownOptions: {
      external: (id) => !/^[./]|^\0/.test(id),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});
