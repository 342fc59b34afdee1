import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { sourceAlias } from '../test/projects/alias.js';

/** Of the stories; the library's own is in the project's folder and does not count here. */
export default defineConfig({
  base: './',
  plugins: [react()],
  resolve: { alias: sourceAlias },
  build: { chunkSizeWarningLimit: 2000 },
});
