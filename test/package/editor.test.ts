import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** What an editor shows of the built types. `npm run build` comes first. */
const root = new URL('../../', import.meta.url).pathname;
const file = join(root, 'test/types/editor.tsx');
const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  noEmit: true,
  types: [],
};

/** A language service over one file, which is only in memory. */
function serve(text: string): ts.LanguageService {
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: (name) => (name === file ? text : ts.sys.readFile(name)),
  });
}

const mistakes = [
  ['chat="banana"', `Type '"banana"' is not assignable to type 'boolean | "on" | "off" | undefined'.`],
  ['minimal="on"', "Type 'string' is not assignable to type 'boolean | undefined'."],
  ['lang="ja"', 'Type \'"ja"\' is not assignable to type \'"cs" | "da" | "de" | '],
  ['groups="a,b"', "Type 'string' is not assignable to type 'readonly string[]'."],
  ['dispayName="Ada"', "Did you mean 'displayName'?"],
  ['onjoin={() => undefined}', "Did you mean 'onJoin'?"],
  ['room={undefined}', "Type 'undefined' is not assignable to type 'string | URL | RoomSource'."],
] as const;

test('an editor says in one line what is wrong with a prop', () => {
  const uses = mistakes.map(([prop]) => {
    const room = prop.startsWith('room') ? '' : 'room="https://acme.whereby.com/demo"';
    return `void (<WherebyEmbed ${room} ${prop} />);`;
  });
  const found = serve(`import { WherebyEmbed } from 'react-whereby-embed';\n${uses.join('\n')}\n`)
    .getSemanticDiagnostics(file)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').split('\n').at(-1));
  expect(found).toEqual(mistakes.map(([, message]) => expect.stringContaining(message) as string));
});

test('an editor shows a sentence for every prop of the component, and its default where it has one', () => {
  const text =
    "import type { WherebyEmbedProps } from 'react-whereby-embed';\nexport const props: WherebyEmbedProps = { };\n";
  const service = serve(text);
  const position = text.indexOf('{ };') + 1;
  const names = service
    .getCompletionsAtPosition(file, position, undefined)!
    .entries.map(({ name }) => name)
    .filter((name) => !name.includes('aria-'));
  expect(names).toEqual(expect.arrayContaining(['room', 'chat', 'onJoin', 'readyTimeout', 'fallback']));
  const read = (name: string) =>
    ts.displayPartsToString(
      service.getCompletionEntryDetails(file, position, name, undefined, undefined, undefined, undefined)
        ?.documentation,
    );
  expect(names.filter((name) => !/[A-Z][^]*\.$/m.test(read(name)))).toEqual([]);
  expect(read('title')).toContain('Defaults to');
  expect(read('readyTimeout')).toContain('Defaults to');
});
