import { Extractor } from '@microsoft/api-extractor';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packageEntries } from '../packageEntries.js';
import { createExtractorConfig } from './createExtractorConfig.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One tab for four spaces: a tenth of the bytes. */
const indentWithTabs = (text: string) => text.replaceAll(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4));

/** Writes the declarations of each entry into one file beside its code: no tool has to find hundreds of them. */
for (const { output } of packageEntries) {
  const file = `dist/${output}.d.ts`;
  Extractor.invoke(
    createExtractorConfig(output, { dtsRollup: { enabled: true, untrimmedFilePath: `<projectFolder>/${file}` } }),
    { localBuild: true, messageCallback: (message) => void (message.handled = true) },
  );
  writeFileSync(root + file, indentWithTabs(readFileSync(root + file, 'utf8')));
}
