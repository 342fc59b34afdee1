import { existsSync } from 'node:fs';
import { paramDocs, paramGroups } from '../../src/params/docs.generated.js';
import type { Kind } from '../../src/params/kinds/Kind.js';
import { params } from '../../src/params/registry.js';
import { rules } from '../../src/params/rules.generated.js';
import type { ParamName } from '../../src/params/types.js';
import { commands } from '../../src/protocol/commands.js';
import type { CommandDefinition } from '../../src/protocol/commands.js';
import { events } from '../../src/protocol/events.js';
import { readDocblocks } from './readDocblocks.js';
import { formatFile } from './file.js';
import type { GeneratedFile } from './file.js';
import { readKindDocs } from './readKindDocs.js';
import { page, table } from './markdown.js';
import { typesOf } from './typesOf.js';

const kindDocs = readKindDocs();

function paramNotes(name: ParamName): string[] {
  const { alias, writesAlias }: Kind = params[name];
  const { requires = [], conflicts = {}, host, hiddenBy = [] } = rules[name] ?? {};
  return [
    ...requires.map((other) => `Has no effect without \`${other}\`.`),
    ...Object.entries(conflicts).map(([other, on]) => `Has no effect while \`${other}\` is ${on ? 'on' : 'off'}.`),
    ...(host ? ['Has an effect for hosts only.'] : []),
    ...hiddenBy.map((other) => `\`${other}\` hides it unless it is on.`),
    ...(alias ? [writesAlias ? `Also written as \`${alias}\`.` : `Its older name \`${alias}\` is read too.`] : []),
    ...(paramDocs[name].undocumented ? ["The service's own reference does not name it."] : []),
  ];
}

function paramBlock(name: ParamName): string {
  const { kind, values } = params[name];
  const takes = values ? values.map((value) => `\`"${value}"\``).join(', ') : kindDocs.get(kind)?.takes;
  const picture = `docs/images/params/${name}.png`;
  return [
    `### ${name}`,
    paramDocs[name].summary,
    `Takes ${takes}.${paramNotes(name)
      .map((note) => ` ${note}`)
      .join('')}`,
    existsSync(picture) ? `![What ${name} does in the sandbox's room](../images/params/${name}.png)` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Where the props of the component that are neither parameters nor events are written down. */
const propTypes = [
  ['src/embed/types.ts', 'WherebyEmbedOwnProps'],
  ['src/bridge/types.ts', 'BridgeHandlers'],
] as const;

function props(): string {
  const own = new Map(propTypes.flatMap(([file, name]) => [...typesOf(file, name)]));
  const names = Object.keys(params) as ParamName[];
  return page(
    'the docblocks of the component and of the parameters',
    '# Props',
    'What `<WherebyEmbed>` takes: its own props, every [event](events.md), and every parameter of a room.',
    '## Of the component',
    table(
      ['Prop', 'Type', 'What it does'],
      propTypes
        .flatMap(([file, type]) => readDocblocks(file, type))
        .map(({ name, summary }) => [`\`${name}\``, `\`${own.get(name)}\``, summary]),
    ),
    '`data-*` props go on the element around the frame, `aria-*` props on the frame.',
    '## Room parameters',
    '`undefined` leaves what the room URL has; any other value replaces it. Parameters that change during a call wait for the next load. `buildRoomUrl` takes the same values, `parseRoomUrl` returns them, and `checkParams` reports which have no effect.',
    ...paramGroups.flatMap(({ group, title }) => [
      `## ${title}`,
      ...names.filter((name) => paramDocs[name].group === group).map(paramBlock),
    ]),
  );
}

function eventsPage(): string {
  const types = typesOf('src/protocol/types.ts', 'EventHandlers');
  const payload = (name: string) => /^\(payload: (.*)\) => void$/.exec(types.get(name) ?? '')?.[1] ?? '';
  return page(
    'the docblocks of the events',
    '# Events',
    'What the room tells the page. Each is a prop of `<WherebyEmbed>`; `onEvent` hears all of them, also those that this version does not know. `onExit` is called once for each stay, with the reason.',
    table(
      ['Prop', 'On the wire', 'Payload', 'When'],
      readDocblocks('src/protocol/events.ts', 'events').map(({ name, summary }) => [
        `\`${name}\``,
        `\`${events[name as keyof typeof events].type}\``,
        payload(name) ? `\`${payload(name)}\`` : 'none',
        summary,
      ]),
    ),
  );
}

function commandsPage(): string {
  const types = typesOf('src/protocol/types.ts', 'RoomCommands');
  const definitions: Readonly<Record<string, CommandDefinition>> = commands;
  return page(
    'the docblocks of the commands',
    '# Commands',
    'What the page can ask of the room: methods on the `ref` of `<WherebyEmbed>`. A command sent before the room is ready waits and is then sent in order. Each answers a promise that settles when the room confirms, and rejects with a [code](../troubleshooting.md#error-codes) where it does not; ignoring the promise is fine.',
    "The room obeys only where the page's origin is one of the account's allowed domains, and says nothing where it is not.",
    table(
      ['Method', 'On the wire', 'Confirmed by', 'What it does'],
      readDocblocks('src/protocol/commands.ts', 'commands').map(({ name, summary, tags }) => [
        `\`${name}${/^\(.*\)(?= =>)/.exec(types.get(name) ?? '')?.[0] ?? '()'}\``,
        `\`${definitions[name]!.command}\``,
        definitions[name]!.confirm ? `\`${definitions[name]!.confirm}\`` : 'nothing: done when sent',
        summary + (tags.has('host') ? ' For hosts.' : ''),
      ]),
    ),
    'The `ref` has two more: `iframe`, the frame or null; and `reload()`, which loads the room again with the current parameters, and ends a running call.',
  );
}

/** The reference: props, events and commands, each from the list it is about. */
export async function generate(): Promise<GeneratedFile[]> {
  const pages = [
    { path: 'docs/reference/props.md', text: props() },
    { path: 'docs/reference/events.md', text: eventsPage() },
    { path: 'docs/reference/commands.md', text: commandsPage() },
  ];
  return Promise.all(pages.map(({ path, text }) => formatFile(path, text)));
}
