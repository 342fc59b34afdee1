import { paramDocs } from '../../src/params/docs.generated.js';
import type { Kind } from '../../src/params/kinds/Kind.js';
import { printProp } from '../../src/params/printProp.js';
import { params } from '../../src/params/registry.js';
import type { ParamName } from '../../src/params/types.js';
import { readDocblocks } from '../generate/readDocblocks.js';
import { typesOf } from '../generate/typesOf.js';

/** What an editor shows of a prop besides its sentence. */
export interface Hint {
  readonly example: string;
  /** The page of the package's docs that says more, and its heading. */
  readonly see: string;
}

/** In backticks: TypeScript takes the first word of a bare path for a name, and shows a space behind it. */
const docs = (path: string) => `\`docs/${path}\``;

/** A prop that changes what the room does by default: the first of its values, or what a toggle is not by default. */
function exampleOfParam(name: ParamName): string {
  const { kind, values }: Kind = params[name];
  if (kind === 'toggle' || kind === 'flag') return printProp(name, paramDocs[name].default !== 'on');
  if (!values?.[0]) throw new Error(`${name}: @example shows a value of it, such as ${name}="Ada".`);
  return printProp(name, values[0]);
}

export const readParamHints = (): ReadonlyMap<string, Hint> =>
  new Map(
    readDocblocks('src/params/registry.ts', 'params').map(({ name, tags }) => [
      name,
      {
        example: tags.get('example')?.[0] ?? exampleOfParam(name as ParamName),
        see: docs(`reference/props.md#${name.toLowerCase()}`),
      },
    ]),
  );

/** A handler that prints the first field of what it is called with, or the event's name. */
function exampleOfEvent(prop: string, type: string): string {
  const [, payload] = /^\(payload: (.+)\) => void$/.exec(type) ?? [];
  if (!payload) return `${prop}={() => console.log('${prop}')}`;
  const [, field] = /^\{ (\w+):/.exec(payload) ?? [];
  return field ? `${prop}={({ ${field} }) => console.log(${field})}` : `${prop}={(payload) => console.log(payload)}`;
}

export function readEventHints(): ReadonlyMap<string, Hint> {
  const types = typesOf('src/protocol/types.ts', 'EventHandlers');
  return new Map(
    readDocblocks('src/protocol/events.ts', 'events').map(({ name }) => [
      name,
      { example: exampleOfEvent(name, types.get(name) ?? ''), see: docs('reference/events.md') },
    ]),
  );
}
