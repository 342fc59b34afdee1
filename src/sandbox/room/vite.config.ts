import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * The room page. As a folder of static files it works at any URL. A server that shows it at `/<room-name>` serves the
 * same folder at `/_room/` and points the page there with `<base href="/_room/">`: URLs in the page are relative.
 */
export default defineConfig({
  root: path('.'),
  base: './',
  plugins: [react()],
  build: {
    outDir: path('../../../dist/sandbox/room'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
});
