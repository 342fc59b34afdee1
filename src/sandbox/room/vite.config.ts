import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
/* eslint-disable boundaries/dependencies -- configuration of a build, not a part of the page */
import { bundledPackages } from '../../../scripts/build/bundledPackages.js';
import { compressAssets } from '../../../scripts/build/compressAssets.js';
import { withoutBrowserRooms } from '../../../scripts/build/withoutBrowserRooms.js';
/* eslint-enable boundaries/dependencies */

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * The room page. As a folder of static files it works at any URL. A server that shows it at `/<room-name>` serves the
 * same folder at `/_room/` and points the page there with `<base href="/_room/">`: URLs in the page are relative.
 */
const dist = path('../../../dist');

/** Storybook and tests build the page elsewhere: that is no part of the package. */
const isPackaged = !process.argv.includes('--outDir');

/** Compressed together, the labels of all languages but English take 21 kB of the package instead of 30. */
const labelsTogether = { name: 'labels', test: /\/labels\/(?!en|fill|loadLabels|locales)\w+\.ts$/ };

export default defineConfig({
  root: path('.'),
  base: './',
  plugins: [react(), ...(isPackaged ? [withoutBrowserRooms, bundledPackages('room', dist), compressAssets] : [])],
  build: {
    outDir: path('../../../dist/sandbox/room'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: isPackaged ? { output: { codeSplitting: { groups: [labelsTogether] } } } : {},
  },
});
