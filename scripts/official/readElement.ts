import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What `<whereby-embed>` of one release can do, as its own code and types say. */
export interface OfficialElement {
  readonly version: string;
  /** Attributes by name, with what each changes: the keys it writes into the room URL, among others. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Events by type, with the type of their payload. */
  readonly events: Readonly<Record<string, string>>;
  /** Methods by name, with what they post to the room. */
  readonly commands: Readonly<Record<string, string>>;
}

type Definition = Readonly<Record<string, (this: object, ...args: unknown[]) => unknown>> & {
  readonly observedAttributes: readonly string[];
};

const room = 'https://acme.whereby.com/demo';

/** Runs the element's code with a stand-in for `heresy`, the library that it hands its definition to. */
function readDefinition(source: string): Definition {
  let definition: Definition | undefined;
  const heresy = {
    ref: () => ({ current: null }),
    define: (_name: string, given: Definition) => void (definition = given),
  };
  const load = (name: string) => (name === 'heresy' ? heresy : {});
  new Function('require', 'module', 'exports', source)(load, { exports: {} }, {});
  if (!definition)
    throw new Error('The package defines no element by heresy any more: mend scripts/official/readElement.ts.');
  return definition;
}

/** What the element frames with these attributes, which heresy gives it in lower case. */
function render(definition: Definition, attributes: Readonly<Record<string, string>>): { url: URL; title: string } {
  let values: readonly unknown[] = [];
  const element = {
    room,
    ...attributes,
    html: (_parts: TemplateStringsArray, ...given: readonly unknown[]) => void (values = given),
  };
  definition['render']!.call(element);
  const [title, , src] = values;
  return { url: new URL(String(src)), title: String(title) };
}

function describeAttribute(definition: Definition, name: string): string {
  const bare = render(definition, {});
  const changed = render(definition, { [name]: name === 'room' ? `${room}-2` : 'sample' });
  const changes = [
    ...[...changed.url.searchParams.keys()].filter((key) => !bare.url.searchParams.has(key)),
    ...(changed.url.pathname === bare.url.pathname ? [] : ['the path']),
    ...(changed.title === bare.title ? [] : ['the title']),
  ];
  return changes.join(', ') || 'nothing';
}

/** What a method posts: without an argument, and with one. */
function describeCommand(definition: Definition, name: string): string | undefined {
  const post = (...args: unknown[]) => {
    let posted: string | undefined;
    const postMessage = (message: unknown) => void (posted = JSON.stringify(message));
    const element = { ...definition, iframe: { current: { contentWindow: { postMessage } } }, roomUrl: new URL(room) };
    definition[name]!.call(element, ...args);
    return posted;
  };
  const [plain, withArgument] = [post(), post('sample')];
  return plain && `posts ${plain}${plain === withArgument ? '' : `, or ${withArgument}`}`;
}

/** Names and types of an interface's members. */
function readMembers(declarations: ts.SourceFile, name: string): ReadonlyMap<string, string> {
  const found = declarations.statements.find(
    (one): one is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(one) && one.name.text === name,
  );
  if (!found) throw new Error(`Their types have no ${name} any more: mend scripts/official/readElement.ts.`);
  return new Map(
    found.members.flatMap((member) =>
      ts.isPropertySignature(member) && member.type
        ? [[member.name.getText(declarations), member.type.getText(declarations).replace(/\s+/g, ' ')] as const]
        : [],
    ),
  );
}

const lifecycle = ['oninit', 'onconnected', 'ondisconnected', 'onattributechanged', 'onmessage', 'style', 'render'];

/** @param folder where `@whereby.com/browser-sdk` is unpacked */
export function readElement(folder: string): OfficialElement {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const definition = readDefinition(read('dist/embed/index.cjs'));
  const types = ts.createSourceFile('index.d.ts', read('dist/embed/index.d.ts'), ts.ScriptTarget.Latest, true);
  const typed = [...readMembers(types, 'WherebyEmbedElementAttributes').keys()].filter((name) => name !== 'style');

  const attributes: Record<string, string> = {};
  for (const observed of definition.observedAttributes) {
    const change = describeAttribute(definition, observed);
    const isTyped = typed.find((name) => name.toLowerCase() === observed);
    const written = change.split(', ').find((key) => key.toLowerCase() === observed);
    attributes[isTyped ?? written ?? observed] = `changes ${change}${isTyped ? '' : ', not typed'}`;
  }
  for (const name of typed) attributes[name] ??= 'typed only';

  const commands: Record<string, string> = {};
  for (const name of Object.keys(definition)) {
    if (typeof definition[name] !== 'function' || name.startsWith('_') || lifecycle.includes(name)) continue;
    const posts = describeCommand(definition, name);
    if (posts) commands[name] = posts;
  }
  for (const name of readMembers(types, 'WherebyEmbedElementCommands').keys()) commands[name] ??= 'typed only';

  return {
    version: (JSON.parse(read('package.json')) as { version: string }).version,
    attributes,
    events: Object.fromEntries(readMembers(types, 'WherebyEmbedElementEventMap')),
    commands,
  };
}
