import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Of the stories; the library's own is in the project's folder and does not count here. */
export default defineConfig({
  base: './',
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  // Files built meanwhile are no reason to reload the page.
  server: { watch: { ignored: ['**/storybook-static/**', '**/.cache/**', '**/dist/**', '**/test-results/**'] } },
  // All that Storybook takes of `build`. Older browsers would have `light-dark()` taken apart, which then no longer
  // follows an element's `color-scheme`: the playground's theme would do nothing.
  build: { target: ['chrome123', 'firefox120', 'safari17.5'] },
});
