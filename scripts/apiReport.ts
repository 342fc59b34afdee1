import { ConsoleMessageId, Extractor } from '@microsoft/api-extractor';
import { createExtractorConfig } from './build/createExtractorConfig.js';
import { packageEntries } from './packageEntries.js';

/**
 * Writes `api/<entry>.api.md`: every name and type that an entry of the package exports, read from the declarations of
 * the last build. With `--check` it writes nothing and fails where a report differs, so that no change of the public API goes
 * unnoticed. `npm run build` comes first.
 */
const isCheck = process.argv.includes('--check');

const createReportConfig = (output: string) =>
  createExtractorConfig(output, {
    apiReport: {
      enabled: true,
      includeForgottenExports: true,
      reportFileName: output.replace(/\/index$/, '').replaceAll('/', '-'),
      reportFolder: '<projectFolder>/api',
      reportTempFolder: '<projectFolder>/node_modules/.cache/api',
    },
  });

const changed = packageEntries.filter(({ output }) => {
  const { apiReportChanged } = Extractor.invoke(createReportConfig(output), {
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
