import { ConsoleMessageId, Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import type { IConfigFile } from '@microsoft/api-extractor';
import { fileURLToPath } from 'node:url';
import { packageEntries } from './packageEntries.js';

/**
 * Writes `api/<entry>.api.md`: every name and type that an entry of the package exports, read from the declarations in
 * `dist`. With `--check` it writes nothing and fails where a report differs, so that no change of the public API goes
 * unnoticed. `npm run build` comes first.
 */
const isCheck = process.argv.includes('--check');
const root = fileURLToPath(new URL('../', import.meta.url));

function createConfig(output: string): ExtractorConfig {
  const name = output.replace(/\/index$/, '').replaceAll('/', '-');
  const silent = { default: { logLevel: ExtractorLogLevel.None } };
  const configObject: IConfigFile = {
    projectFolder: root,
    mainEntryPointFilePath: `<projectFolder>/dist/${output}.d.ts`,
    compiler: { tsconfigFilePath: '<projectFolder>/tsconfig.build.json' },
    apiReport: {
      enabled: true,
      includeForgottenExports: true,
      reportFileName: name,
      reportFolder: '<projectFolder>/api',
      reportTempFolder: '<projectFolder>/node_modules/.cache/api',
    },
    // `tsc` and the linter check the code. Release tags and links in docblocks are not part of the API.
    messages: { compilerMessageReporting: silent, extractorMessageReporting: silent, tsdocMessageReporting: silent },
  };
  return ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: undefined,
    packageJsonFullPath: `${root}package.json`,
  });
}

const changed = packageEntries.filter(({ output }) => {
  const { apiReportChanged } = Extractor.invoke(createConfig(output), {
    localBuild: !isCheck,
    printApiReportDiff: true,
    messageCallback: (message) => {
      message.handled = message.messageId !== ConsoleMessageId.ApiReportDiff.valueOf();
    },
  });
  return apiReportChanged;
});

for (const { subpath } of changed) console.log(`The public API of ${subpath} has changed.`);
if (isCheck && changed.length > 0) {
  console.error('Run `npm run build && npm run api`, review the difference, and commit it with a changeset.');
  process.exitCode = 1;
}
