import { ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import type { IConfigFile } from '@microsoft/api-extractor';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The configuration of API Extractor for an entry of the package, over the declarations that `tsc` has written.
 * @param output the entry's built file, without folder and extension
 * @param parts what is made of the declarations: one file for all of them, or a report of what is public
 */
export function createExtractorConfig(output: string, parts: Pick<IConfigFile, 'apiReport' | 'dtsRollup'>) {
  const silent = { default: { logLevel: ExtractorLogLevel.None } };
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      newlineKind: 'lf',
      mainEntryPointFilePath: `<projectFolder>/.cache/types/${output}.d.ts`,
      compiler: { tsconfigFilePath: '<projectFolder>/tsconfig.build.json' },
      // `tsc` and the linter check the code. Release tags and links in docblocks are not part of the API.
      messages: { compilerMessageReporting: silent, extractorMessageReporting: silent, tsdocMessageReporting: silent },
      ...parts,
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: `${root}package.json`,
  });
}
