import { readFileSync } from 'node:fs';
import { controlRoutes } from '../../src/sandbox/server/control/controlRoutes.js';
import { formatFile } from './file.js';
import type { GeneratedFile } from './file.js';
import { fillTable, table } from './markdown.js';
import { readDocblocks } from './readDocblocks.js';

const path = 'docs/sandbox.md';

const code = (text: string) => `\`${text}\``;
const withoutStop = (text: string) => text.replace(/\.$/, '');

const optionTable = () =>
  table(
    ['Option', 'What it does'],
    readDocblocks('src/sandbox/server/SandboxOptions.ts', 'SandboxOptions').map(({ name, summary }) => [
      code(name),
      withoutStop(summary),
    ]),
  );

const faultTable = () =>
  table(
    ['Fault', 'What it does'],
    readDocblocks('src/sandbox/server/namedFaults.ts', 'namedFaults').map(({ name, summary }) => [
      code(name.replaceAll("'", '')),
      withoutStop(summary),
    ]),
  );

const controlTable = () =>
  table(
    ['Call', 'What it does', 'Fields'],
    controlRoutes.map(({ method, path: route, does, takes = '' }) => [
      code(`${method} ${route}`),
      withoutStop(does),
      takes,
    ]),
  );

/** The tables of the sandbox guide: options, faults with a name, and the calls of the control API. */
export async function generate(): Promise<GeneratedFile[]> {
  let text = readFileSync(path, 'utf8');
  text = fillTable(text, 'options', optionTable());
  text = fillTable(text, 'faults', faultTable());
  text = fillTable(text, 'control', controlTable());
  return [await formatFile(path, text)];
}
