import ts from 'typescript';
import { packageEntries } from '../packageEntries.js';
import type { PackageEntry } from '../packageEntries.js';
import { formatFile } from './file.js';
import type { GeneratedFile } from './file.js';
import { page } from './markdown.js';
import { tidy } from './typesOf.js';

const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as { config: object };
const files = packageEntries.map(({ source }) => source);
const program = ts.createProgram(files, ts.parseJsonConfigFileContent({ ...config, files }, ts.sys, '.').options);
const checker = program.getTypeChecker();

/** An export of an entry: the name that an app imports, and what it stands for. */
interface Export {
  readonly name: string;
  readonly symbol: ts.Symbol;
}

const code = (text: string) => `\`${text}\``;

/** The first sentence of what a declaration's docblock says, and its default. The declarations are in the package too, with all of it. */
const summaryOf = (symbol: ts.Symbol) =>
  ts
    .displayPartsToString(symbol.getDocumentationComment(checker))
    .split('\n\n')[0]!
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?]\)?) (?=[A-Z`])/)
    .filter((sentence, index) => index === 0 || sentence.startsWith('Default'))
    .join(' ')
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .replace(/<(?=[a-zA-Z])/g, '&lt;');

const importName = ({ subpath }: PackageEntry) => subpath.replace(/^\./, 'react-whereby-embed');

function listExports({ source }: PackageEntry): Export[] {
  const module = checker.getSymbolAtLocation(program.getSourceFile(source)!)!;
  return checker
    .getExportsOfModule(module)
    .map((symbol) => ({
      name: symbol.name,
      symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

const isDeclaredHere = (symbol: ts.Symbol) =>
  symbol.declarations?.some((declaration) => !declaration.getSourceFile().fileName.includes('node_modules')) ?? false;

/** A type that is too long to be written in full (`... 8 more ...`) tells a reader nothing: it is left to the editor. */
const omitTruncated = (text: string) => (/\.\.\. \d+ more \.\.\.|\{ \.\.\. \}|\.\.\.>/.test(text) ? '' : text);

const typeText = (type: ts.Type) =>
  omitTruncated(tidy(checker.typeToString(type, undefined, ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope)));

/** The fields of a type, each with its type and what it is. A list: tables of long types are too wide to read. */
function listFields(symbol: ts.Symbol): string[] {
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return [];
  return type
    .getProperties()
    .filter(isDeclaredHere)
    .map((field) => {
      const name = field.name + (field.flags & ts.SymbolFlags.Optional ? '?' : '');
      const type = typeText(checker.getTypeOfSymbol(field));
      return `- ${code(type ? `${name}: ${type}` : name)} ${summaryOf(field)}`.trimEnd();
    });
}

/** Types whose fields have a page of their own. */
const pages: Readonly<Record<string, string>> = {
  WherebyEmbedProps: 'props.md',
  WherebyEmbedOwnProps: 'props.md',
  MeetingOutletProps: 'props.md',
  MeetingProviderProps: 'props.md',
  NormalRoomParams: 'props.md',
  RoomParams: 'props.md',
  EventHandlers: 'events.md',
  RoomCommands: 'commands.md',
};

function describeType({ name, symbol }: Export): string {
  const fields = listFields(symbol);
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const isList = fields.length === 0 && (symbol.flags & ts.SymbolFlags.TypeAlias) !== 0;
  const text = omitTruncated(checker.typeToString(type, undefined, ts.TypeFormatFlags.InTypeAlias));
  return [
    `### ${name}`,
    summaryOf(symbol),
    pages[name] === undefined
      ? ''
      : `Its fields are on the page of [${pages[name].replace('.md', '')}](${pages[name]}).`,
    isList && text ? `\`\`\`text\n${text}\n\`\`\`` : '',
    pages[name] === undefined || fields.length < 40 ? fields.join('\n') : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

const isType = ({ symbol }: Export) =>
  !(symbol.flags & ts.SymbolFlags.Value) || (symbol.flags & ts.SymbolFlags.Class) !== 0;

const fileOf = (entry: PackageEntry) => `exports${entry.subpath.slice(1).replaceAll('/', '-')}.md`;

/** The longest page is not packed, for the size of the package: its declarations say the same. */
const isPacked = ({ subpath }: PackageEntry) => subpath !== './sandbox';

const listOtherPages = () =>
  `Other entries: ${packageEntries
    .slice(1)
    .map((entry) => (isPacked(entry) ? `[${code(importName(entry))}](${fileOf(entry)})` : code(importName(entry))))
    .join(', ')}.`;

/** The page of an entry. A type that an entry before it exports too is described there. */
function entryPage(entry: PackageEntry, describedAt: Map<ts.Symbol, string>): string {
  const all = listExports(entry);
  const values = all.filter(({ symbol }) => symbol.flags & ts.SymbolFlags.Value);
  const types = all.filter(isType);
  const own = types.filter(({ symbol }) => !describedAt.has(symbol));
  const others = types.filter(({ symbol }) => describedAt.has(symbol));
  const text = page(
    `the docblocks of what ${importName(entry)} exports`,
    `# Exports of ${importName(entry)}`,
    'Everything that this entry exports, with the first sentence about it and its default. Your editor shows the rest.',
    entry === packageEntries[0] ? listOtherPages() : '',
    values.length > 0 ? '## Functions and values' : '',
    values.map(({ name, symbol }) => `- ${code(name)}: ${summaryOf(symbol)}`.replace(/: $/, '')).join('\n'),
    '## Types',
    others.length > 0
      ? `Also exported, and described elsewhere: ${others.map(({ name, symbol }) => `[${code(name)}](${describedAt.get(symbol)}#${name.toLowerCase()})`).join(', ')}.`
      : '',
    ...own.map(describeType),
  );
  for (const { symbol } of own) describedAt.set(symbol, fileOf(entry));
  return text;
}

/** The reference of every export, and of every field of every type: a page for each entry. */
export async function generate(): Promise<GeneratedFile[]> {
  const describedAt = new Map<ts.Symbol, string>();
  const texts = packageEntries.map((entry) => ({
    path: `docs/reference/${fileOf(entry)}`,
    text: entryPage(entry, describedAt),
  }));
  return Promise.all(texts.map(({ path, text }) => formatFile(path, text)));
}
