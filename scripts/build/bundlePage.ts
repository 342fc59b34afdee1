import { build } from 'vite';
import type { AliasOptions } from 'vite';

/**
 * A page's script with all it imports, as an app would build it.
 * @param entry path of the source file.
 * @param mode `development` keeps the library's explanations in.
 * @param alias leads packages elsewhere, as an app's own configuration does.
 */
export async function bundlePage(
  entry: string,
  mode: 'development' | 'production' = 'development',
  alias: AliasOptions = [],
): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode,
    resolve: { tsconfigPaths: true, alias },
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: entry, output: { codeSplitting: false } },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as { output: { code?: string }[] };
  return output[0]?.code ?? '';
}
