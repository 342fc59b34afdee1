import { readFileSync } from 'node:fs';
import { params } from '../../src/params/registry.js';
import type { ParamName } from '../../src/params/types.js';
import { readDocblocks } from './readDocblocks.js';
import { notice } from './file.js';
import type { GeneratedFile } from './file.js';

/** Every `@group`, in the order of the tables. */
const groups: Readonly<Record<string, string>> = {
  participant: 'Participant',
  media: 'Camera and microphone',
  layout: 'Layout',
  controls: 'Buttons and displays',
  features: 'Features',
};

const registryPath = 'src/params/registry.ts';

/** The sentence on `minimal`, from the parameters that say they are hidden by it. */
const describeMinimal = (hidden: readonly string[]): string =>
  `Hides nearly everything but camera and microphone. These it hides, and each can be set to on to bring it back: ${hidden
    .map((name) => `\`${name}\``)
    .join(', ')}.`;

/** The rules of `checkParams`, apart from the texts for tools and docs, which no app needs to load. */
export function generate(): GeneratedFile[] {
  const blocks = readDocblocks(registryPath, 'params');
  const hiddenNames = blocks.filter(({ tags }) => tags.get('hiddenBy')?.includes('minimal')).map(({ name }) => name);
  const ofMinimal = describeMinimal(hiddenNames);
  const isParam = (name: string | undefined): name is ParamName => !!name && Object.hasOwn(params, name);
  const rules: Record<string, object> = {};
  const docs: Record<string, object> = {};
  for (const { name, summary, tags } of blocks) {
    const [group = ''] = tags.get('group') ?? [];
    if (!groups[group]) throw new Error(`${name}: @group must be one of ${Object.keys(groups).join(', ')}`);
    const requires = tags.get('requires') ?? [];
    const hiddenBy = tags.get('hiddenBy') ?? [];
    const conflicts = (tags.get('conflicts') ?? []).map((text) => text.split('='));
    for (const other of [...requires, ...hiddenBy, ...conflicts.map(([key]) => key)])
      if (!isParam(other)) throw new Error(`${name}: ${other} is not a parameter`);
    const rule = {
      ...(requires.length && { requires }),
      ...(conflicts.length && {
        conflicts: Object.fromEntries(conflicts.map(([key, value]) => [key, value === 'on'])),
      }),
      ...(tags.has('host') && { host: true }),
      ...(hiddenBy.length && { hiddenBy }),
    };
    if (Object.keys(rule).length) rules[name] = rule;
    const [byDefault = ''] = tags.get('default') ?? [];
    if (!byDefault) throw new Error(`${name}: @default says what the room does if it is not set`);
    docs[name] = {
      group,
      default: byDefault,
      summary: name === 'minimal' ? ofMinimal : summary,
      ...(tags.has('undocumented') && { undocumented: true }),
    };
  }
  const json = (value: object) => JSON.stringify(value, null, 2);
  return [
    {
      path: registryPath,
      text: readFileSync(registryPath, 'utf8').replace(/ \* Hides nearly everything[^\n]*/, () => ` * ${ofMinimal}`),
    },
    {
      path: 'src/params/rules.generated.ts',
      text: `// ${notice}
import type { ParamRule } from './checkParams.js';
import type { ParamName } from './types.js';

export const rules: Partial<Record<ParamName, ParamRule>> = ${json(rules)};
`,
    },
    {
      path: 'src/params/docs.generated.ts',
      text: `// ${notice}
import type { ParamDocs, ParamGroup } from './types.js';

/** The groups of parameters in their order, with their titles. */
export const paramGroups: readonly ParamGroup[] = ${json(Object.entries(groups).map(([group, title]) => ({ group, title })))};

/** The group and the sentence of each parameter, for tools. An app that does not import it does not carry it. */
export const paramDocs: ParamDocs = ${json(docs)};
`,
    },
  ];
}
