import { readFileSync } from 'node:fs';
import { params } from '../../src/params/registry.js';
import type { ParamName } from '../../src/params/types.js';
import { readDocblocks } from './docblocks.js';
import type { Docblock } from './docblocks.js';
import type { GeneratedFile } from './file.js';
import { fillTable } from './markdown.js';

const titles: Record<string, string> = {
  participant: 'The participant',
  media: 'Camera, microphone, data',
  layout: 'Layout',
  controls: 'Buttons',
  features: 'Features',
};

const cell = (text: string) => text.replaceAll('|', '\\|');

function valuesOf(name: ParamName): string {
  const { kind, values } = params[name];
  if (values) return values.map((value) => `\`${value}\``).join(' ');
  return { toggle: 'on, off', flag: 'set', list: 'names', text: 'text', url: 'address', choice: '' }[kind];
}

function needsOf({ tags }: Docblock): string {
  return [
    ...(tags.get('requires') ?? []).map((other) => `\`${other}\``),
    ...(tags.get('conflicts') ?? []).map((pair) => `not \`${pair.replace('=', '` ')}`),
    ...(tags.has('host') ? ['a host'] : []),
    ...(tags.has('minimal') ? ['on, with `minimal`'] : []),
  ].join(', ');
}

function paramTable(): string {
  const blocks = readDocblocks('src/params/registry.ts', 'params');
  return Object.entries(titles)
    .map(([group, title]) => {
      const rows = blocks
        .filter(({ tags }) => tags.get('group')?.[0] === group)
        .map((block) => {
          const note = block.tags.has('undocumented') ? ' (not in the vendor’s reference)' : '';
          return `| \`${block.name}\` | ${valuesOf(block.name as ParamName)} | ${cell(block.summary)}${note} | ${needsOf(block)} |`;
        });
      return [
        `#### ${title}`,
        '',
        '| Prop | Values | What the participant sees | Needs |',
        '| --- | --- | --- | --- |',
        ...rows,
      ].join('\n');
    })
    .join('\n\n');
}

const listTable = (file: string, name: string, head: string) =>
  [
    `| ${head} | |`,
    '| --- | --- |',
    ...readDocblocks(file, name).map(
      ({ name: key, summary, tags }) => `| \`${key}\` | ${cell(summary)}${tags.has('host') ? ' For hosts.' : ''} |`,
    ),
  ].join('\n');

/** The tables of the README, between their markers. */
export async function generate(): Promise<GeneratedFile[]> {
  const { format } = await import('prettier');
  const tables: Record<string, string> = {
    params: paramTable(),
    events: listTable('src/protocol/events.ts', 'events', 'Prop'),
    commands: listTable('src/protocol/commands.ts', 'commands', 'Method'),
  };
  let text = readFileSync('README.md', 'utf8');
  for (const [name, rows] of Object.entries(tables)) text = fillTable(text, name, rows);
  return [{ path: 'README.md', text: await format(text, { parser: 'markdown', printWidth: 120, singleQuote: true }) }];
}
