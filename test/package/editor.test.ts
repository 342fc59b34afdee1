import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { listAnchors } from '../support/anchors.js';

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

const address = 'room="https://acme.whereby.com/demo"';

/** Each type whose members are props or options, and the code in which an example of one stands. */
const examplesOf: Readonly<Record<string, (example: string) => string>> = {
  WherebyEmbedProps: (example) => `<WherebyEmbed ${example.startsWith('room=') ? '' : address} ${example} />`,
  MeetingOutletProps: (example) => `<MeetingOutlet ${example} />`,
  MeetingProviderProps: (example) => (example.startsWith('<') ? example : `<MeetingProvider ${example} />`),
  RoomsProviderProps: (example) => (example.startsWith('<') ? example : `<RoomsProvider ${example} />`),
  UseRoomUrlOptions: (example) => example,
  RoomToCreate: (example) => `{ ${example} } satisfies Partial<RoomToCreate>`,
  CreateInput: (example) => `useCreateMeeting().create({ ${example} })`,
  CreateOptions: (example) => `useCreateMeeting().create({}, { ${example} })`,
};

/** Those for which a sentence is enough. */
const explained = [
  'MeetingLabels',
  'MeetingConsentProps',
  'MeetingEndedProps',
  'MeetingLoadingProps',
  'MeetingProblemProps',
] as const;

const setting = `
import { MeetingConsent, MeetingOutlet, MeetingProvider, RoomsProvider, WherebyEmbed, useCreateMeeting, useRoomUrl } from 'react-whereby-embed';
import type * as All from 'react-whereby-embed';
declare function App(): null;
type RoomToCreate = NonNullable<All.UseRoomUrlOptions['create']>;
type CreateOptions = NonNullable<Parameters<All.UseCreateMeetingResult['create']>[1]>;
`;

interface Member {
  readonly type: string;
  readonly name: string;
  readonly sentence: string;
  /** Each tag of the docblock with its text. */
  readonly tags: readonly (readonly [name: string, text: string])[];
}

/** What an editor shows of each member of these types. */
function readMembers(types: readonly string[]): Member[] {
  const local = ['RoomToCreate', 'CreateOptions'];
  const text = types.map((type) => `declare const of${type}: ${local.includes(type) ? '' : 'All.'}${type};`).join('\n');
  const program = serve(setting + text).getProgram()!;
  const checker = program.getTypeChecker();
  const variables = program
    .getSourceFile(file)!
    .statements.filter(ts.isVariableStatement)
    .map(({ declarationList }) => declarationList.declarations[0]!);
  return variables.flatMap((variable, index) =>
    checker
      .getTypeAtLocation(variable)
      .getProperties()
      .filter(({ name }) => !name.startsWith('aria-'))
      .map((member) => ({
        type: types[index]!,
        name: member.name,
        sentence: ts.displayPartsToString(member.getDocumentationComment(checker)),
        tags: member
          .getJsDocTags(checker)
          .map(({ name, text }) => [name, ts.displayPartsToString(text).trim()] as const),
      })),
  );
}

const members = readMembers(Object.keys(examplesOf));
const listTags = ({ tags }: Member, tag: string) => tags.filter(([name]) => name === tag).map(([, text]) => text);
const label = ({ type, name }: Member) => `${type}.${name}`;

test('an editor shows a sentence for every prop, option and label', () => {
  const all = [...members, ...readMembers(explained)];
  const names = all.map(label);
  for (const name of ['WherebyEmbedProps.chat', 'UseRoomUrlOptions.meetingId', 'MeetingLabels.tryAgain'])
    expect(names).toContain(name);
  expect(all.filter(({ sentence }) => !/^[A-Z`][^]*\.$/.test(sentence)).map(label)).toEqual([]);
});

test('an editor shows an example of every prop and option, and it compiles', () => {
  const examples = members.map((member) => ({ member, shown: listTags(member, 'example') }));
  expect(examples.filter(({ shown }) => shown.length !== 1).map(({ member }) => label(member))).toEqual([]);
  const lines = examples.map(({ member, shown }) => `void (${examplesOf[member.type]!(shown[0]!)});`);
  const wrong = serve(`${setting}export function Example() {\n${lines.join('\n')}\n}\n`)
    .getSemanticDiagnostics(file)
    .map(({ messageText, start }) => `${start}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  expect(wrong).toEqual([]);
  for (const { member, shown } of examples)
    if (!shown[0]!.startsWith('<')) expect(shown[0], label(member)).toMatch(new RegExp(`\\b${member.name}\\b`));
});

test('an editor shows a link for every prop and option, and it leads to a page of the package and its heading', () => {
  for (const member of members) {
    const links = listTags(member, 'see');
    expect(links, label(member)).toHaveLength(1);
    const [, path, anchor] = /^`(docs\/[^#`]+\.md)(?:#([^`]+))?`$/.exec(links[0]!) ?? [];
    expect(path, label(member)).toBeDefined();
    const page = readFileSync(join(root, path!), 'utf8');
    if (anchor) expect(listAnchors(page), label(member)).toContain(anchor);
  }
});

test('a prop under the pointer shows its sentence, default, example and link', () => {
  const text = `${setting}export const room = <WherebyEmbed ${address} chat />;\n`;
  const shown = serve(text).getQuickInfoAtPosition(file, text.indexOf('chat />'))!;
  expect(ts.displayPartsToString(shown.documentation)).toContain('Whether there is a button for the chat.');
  expect(shown.tags?.map(({ name, text }) => [name, ts.displayPartsToString(text).trim()])).toEqual(
    expect.arrayContaining([
      ['default', 'on'],
      ['example', 'chat={false}'],
      ['see', '`docs/reference/props.md#chat`'],
    ]),
  );
});

test('an editor shows the default of an option that has one', () => {
  const read = (name: string) => members.find((member) => member.name === name)?.sentence;
  for (const name of ['title', 'readyTimeout', 'away', 'retries']) expect(read(name)).toContain('Defaults to');
});
