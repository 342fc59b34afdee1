import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { printJsx } from '../../../stories/playground/printJsx.js';
import { anyParams } from '../../support/arbitraryParams.js';

const room = 'https://acme.whereby.com/demo';

/** What a React component would be given by a piece of JSX. */
function propsOf(jsx: string): unknown {
  const { outputText } = ts.transpileModule(`const printed = ${jsx}`, {
    compilerOptions: { jsx: ts.JsxEmit.React, jsxFactory: 'h', target: ts.ScriptTarget.ES2022 },
    fileName: 'printed.tsx',
  });
  const run = new Function('h', 'WherebyEmbed', `${outputText}; return printed`) as (
    h: unknown,
    embed: unknown,
  ) => unknown;
  return run((_: unknown, props: unknown) => props, 'WherebyEmbed');
}

describe('printed JSX', () => {
  test('gives the component exactly the parameters it was printed from', () => {
    fc.assert(
      fc.property(anyParams, (params) => {
        const said = Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
        expect(propsOf(printJsx(params, `"${room}"`))).toEqual({ room, ...said });
      }),
    );
  });

  test('survives quotes, entities, braces and line breaks in a text', () => {
    for (const metadata of [
      '"',
      '&quot;',
      "it's",
      '{x}',
      'a\nb',
      '\\n',
      '</script>',
      '<b>',
      '\u2028',
      '`${1}`',
      'ä😀',
      '\ud800',
    ])
      expect(propsOf(printJsx({ metadata }, '"r"'))).toEqual({ room: 'r', metadata });
  });

  test('reads as a person would write it', () => {
    expect(
      printJsx({ minimal: true, chat: 'on', people: false, groups: ['red', 'blue'], logo: undefined }, '{roomUrl}'),
    ).toBe(`<WherebyEmbed
  room={roomUrl}
  minimal
  chat="on"
  people={false}
  groups={["red", "blue"]}
/>`);
  });
});
