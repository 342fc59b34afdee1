import { Extractor } from '@microsoft/api-extractor';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packageEntries } from '../packageEntries.js';
import { addHints } from './addHints.js';
import { createExtractorConfig } from './createExtractorConfig.js';
import { readEventHints, readParamHints } from './hints.js';
import { shareTypes } from './shareTypes.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One tab for four spaces: a tenth of the bytes. */
const indentWithTabs = (text: string) => text.replaceAll(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4));

/**
 * Which entry takes the types that both have from which. No arrow leads to the first entry: what works without React has
 * no types of React either.
 */
const sharedBetween = [
  ['server/redis', 'server/index', './index.js'],
  ['server/kysely', 'server/index', './index.js'],
  ['sandbox/index', 'server/index', '../server/index.js'],
  ['testing/index', 'url', '../url.js'],
  ['server/index', 'url', '../url.js'],
  ['index', 'url', './url.js'],
] as const;

const [paramHints, eventHints] = [readParamHints(), readEventHints()];

/** Entries share the parameters word for word. Only the first has props that handle events. */
function withHints(text: string, output: string): string {
  const withParams = addHints(text, 'params', paramHints);
  return output === 'index' ? addHints(withParams, 'events', eventHints) : withParams;
}

/** Writes the declarations of each entry into one file beside its code: no tool has to find hundreds of them. */
for (const { output } of packageEntries) {
  const file = `dist/${output}.d.ts`;
  Extractor.invoke(
    createExtractorConfig(output, { dtsRollup: { enabled: true, untrimmedFilePath: `<projectFolder>/${file}` } }),
    { localBuild: true, messageCallback: (message) => void (message.handled = true) },
  );
  writeFileSync(root + file, withHints(indentWithTabs(readFileSync(root + file, 'utf8')), output));
}

/** In a file of declarations `export` says enough, and an interface or a type needs neither. */
const withoutDeclare = (text: string) =>
  text.replaceAll(/^(?:(export )declare |declare (?=(?:interface|type) ))/gm, (_, exported = '') => exported);

const read = (output: string) => readFileSync(`${root}dist/${output}.d.ts`, 'utf8');
const write = (output: string, text: string) => writeFileSync(`${root}dist/${output}.d.ts`, text);
for (const [output, base, path] of sharedBetween) write(output, shareTypes(read(output), read(base), path));
for (const { output } of packageEntries) write(output, withoutDeclare(read(output)));
