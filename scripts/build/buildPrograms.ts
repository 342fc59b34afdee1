import { build } from 'vite';

/** Builds programs for Node into a folder, without their packages, so that each starts at once. */
export async function buildPrograms(files: readonly string[], outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node20',
      ssr: true,
      rolldownOptions: { input: [...files] },
    },
  });
}
