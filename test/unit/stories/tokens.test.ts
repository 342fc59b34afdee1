import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Every style sheet of what people see; the panels' rules are made of the tokens by `generate`. */
const files = ['stories', 'examples/demo', 'examples/school/web', 'src/sandbox']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((file) => file.endsWith('.css') || file.endsWith('control/page/style.ts'));

interface Declaration {
  readonly property: string;
  readonly value: string;
}

const readDeclarations = (file: string): Declaration[] =>
  [
    ...readFileSync(file, 'utf8')
      .replace(/\/\*.*?\*\//gs, '')
      .matchAll(/(?<=[{;\s])([\w-]+):\s*([^;{}]+)[;}]/g),
  ].map(([, property = '', value = '']) => ({ property, value }));

const show = ({ property, value }: Declaration) => `${property}: ${value.replace(/\s+/g, ' ')}`;

/** Type, corners and space come in steps; a hairline of at most 3 px is no step. */
const stepped = /^(font|font-size|border-.*radius|border-radius|(padding|margin)(-.*)?|(row-|column-)?gap)$/;
const ownSize = /(?<![\w.-])-?(?!(?:0|[123]px)\b)[\d.]+(px|rem)\b/;
/** Black shades and masks whatever colour there is. */
const ownColour = /#(?!000\b)[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\((?!0 0 0\b)/i;
/** What is drawn has colours of its own. */
const isDrawing = ({ property, value }: Declaration) => property === 'fill' || /gradient\(/.test(value);

test('style sheets are read', () => {
  expect(files.length).toBeGreaterThan(15);
  expect(files.flatMap(readDeclarations).length).toBeGreaterThan(1_000);
});

describe.each(files)('%s', (file) => {
  const declarations = readDeclarations(file);

  test('takes type, corners and space from the tokens', () => {
    const own = declarations.filter(({ property, value }) => stepped.test(property) && ownSize.test(value));
    expect(own.map(show)).toEqual([]);
  });

  test('takes colours from the tokens, or from a variable that names them', () => {
    const own = declarations.filter(
      (one) => !one.property.startsWith('--') && ownColour.test(one.value) && !isDrawing(one),
    );
    expect(own.map(show)).toEqual([]);
  });
});
