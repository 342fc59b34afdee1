import { readFileSync } from 'node:fs';
import { paramDocs, paramGroups } from '../../src/params/docs.generated.js';
import { paramNames } from '../../src/params/paramNames.js';
import { params } from '../../src/params/registry.js';
import { rules } from '../../src/params/rules.generated.js';
import type { ParamName } from '../../src/params/types.js';
import { groups, listVersions, readResults } from '../consumers/results.js';
import { readDocblocks } from './readDocblocks.js';
import type { GeneratedFile } from './file.js';
import { readKindDocs } from './readKindDocs.js';
import { fillTable, table } from './markdown.js';

const kindDocs = readKindDocs();

function describeValues(name: ParamName): string {
  const { kind, values } = params[name];
  return values?.map((value) => `\`${value}\``).join(' ') ?? kindDocs.get(kind)?.brief ?? '';
}

function describeNeeds(name: ParamName): string {
  const { requires = [], conflicts = {}, host, hiddenBy = [] } = rules[name] ?? {};
  const isNot = (value: boolean) =>
    Object.keys(conflicts)
      .filter((other) => conflicts[other as ParamName] === value)
      .map((other) => `\`${other}\``)
      .join(' and ');
  return [
    ...requires.map((other) => `\`${other}\``),
    isNot(false) && `${isNot(false)} not off`,
    isNot(true) && `${isNot(true)} not on`,
    host && 'a host',
    ...hiddenBy.map((other) => `with \`${other}\`, set it to on`),
  ]
    .filter(Boolean)
    .join('; ');
}

function paramRow(name: ParamName): string[] {
  const { summary, undocumented } = paramDocs[name];
  const note = undocumented ? ' (Not in the service’s own reference.)' : '';
  return [`\`${name}\``, describeValues(name), summary + note, describeNeeds(name)];
}

function paramTables(): string {
  return paramGroups
    .map(({ group, title }) => {
      const names = paramNames.filter((name) => paramDocs[name].group === group);
      return `#### ${title}\n\n${table(['Prop', 'Values', 'What the participant sees', 'Needs'], names.map(paramRow))}`;
    })
    .join('\n\n');
}

const listTable = (file: string, name: string, head: string) =>
  table(
    [head, ''],
    readDocblocks(file, name).map(({ name: key, summary, tags }) => [
      `\`${key}\``,
      summary + (tags.has('host') ? ' For hosts.' : ''),
    ]),
  );

/** The stacks that worked when `npm run consumers` last ran them. */
function worksWithTable(): string {
  const rows = Object.values(readResults())
    .filter(({ passed }) => passed)
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.title.localeCompare(b.title))
    .map(({ title, versions, toDo }) => [title, listVersions(versions), toDo]);
  return table(['Stack', 'Versions', 'Anything to do'], rows);
}

/** The tables of the README, between their markers. */
export async function generate(): Promise<GeneratedFile[]> {
  const { format } = await import('prettier');
  const tables: Record<string, string> = {
    params: paramTables(),
    events: listTable('src/protocol/events.ts', 'events', 'Prop'),
    'works-with': worksWithTable(),
    commands: listTable('src/protocol/commands.ts', 'commands', 'Method'),
  };
  let text = readFileSync('README.md', 'utf8');
  for (const [name, rows] of Object.entries(tables)) text = fillTable(text, name, rows);
  return [{ path: 'README.md', text: await format(text, { parser: 'markdown', printWidth: 120, singleQuote: true }) }];
}
