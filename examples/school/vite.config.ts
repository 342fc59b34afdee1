import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the pages for the Docker image. */
export default defineConfig({ resolve: { tsconfigPaths: true }, plugins: [react()] });
