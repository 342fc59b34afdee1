import { chmodSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** npm makes a bin executable when it installs; run from a checkout it must be so already. */
const executable: Plugin = {
  name: 'executable',
  writeBundle: () => chmodSync(path('../../dist/sandbox/cli.js'), 0o755),
};

/** Vite serves the room page from its sources, which only this project has. */
const notBundled = new Set([...builtinModules, 'vite', 'bufferutil', 'utf-8-validate']);

/** The sandbox with its dependencies inside, so that it adds none to the apps that install the package. */
export default defineConfig({
  root: path('.'),
  plugins: [executable],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    outDir: path('../../dist/sandbox'),
    // The room page is built into a folder of it.
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: { index: path('index.ts'), cli: path('cli.ts') },
      external: (id) => id.startsWith('node:') || notBundled.has(id),
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  },
});
