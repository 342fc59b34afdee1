import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The room page. As a folder of static files it works under any path. A server that shows it at `/<room-name>`
 * serves the same folder at `/_room/` and says so with `<base href="/_room/">`: addresses in the page are relative.
 */
export default defineConfig({
  root: at('.'),
  base: './',
  plugins: [react()],
  build: {
    outDir: at('../../../dist/sandbox/room'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
});
