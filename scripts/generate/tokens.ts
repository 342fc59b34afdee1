import { readFileSync } from 'node:fs';
import type { GeneratedFile } from './file.js';

const source = 'src/panels/tokens.css';
const notice = `// Made by \`npm run generate\` from ${source}. Do not edit.`;

const withoutComments = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '');

const escapeTemplate = (text: string): string => text.replace(/[\\`]|\$\{/g, '\\$&');

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The tokens of the first rule, `:root`, in the order of the file. */
function readTokens(css: string): (readonly [name: string, value: string])[] {
  const root = /:root\s*\{([^}]*)\}/.exec(css)?.[1] ?? '';
  return [...root.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.replace(/\s+/g, ' ')]);
}

const isFont = (name: string): boolean => name === 'sans' || name === 'mono';

export function generate(): GeneratedFile[] {
  const css = withoutComments(readFileSync(source, 'utf8'));
  const tokens = readTokens(css);
  const values = new Map(tokens);
  /** A token of the page, under a prefix that no app uses for its own; what another token means is written out. */
  const withFallback = (name: string, value: string): string =>
    `var(--whereby-${name},${value.replace(/var\(--([\w-]+)\)/g, (_, other: string) => withFallback(other, values.get(other)!))})`;
  const quote = (text: string): string => (text.includes("'") ? `"${text}"` : `'${text}'`);
  return [
    {
      path: 'src/panels/tokens.generated.ts',
      text: [
        notice,
        '// An app changes the look of the panels by giving these variables a value.',
        '',
        ...tokens.map(([name, value]) =>
          // The panels write in the font of the app around them.
          isFont(name)
            ? `export const ${camelCase(name)}Fonts = ${quote(value)};`
            : `export const ${camelCase(name)} = ${quote(withFallback(name, value))};`,
        ),
        '',
      ].join('\n'),
    },
    {
      path: 'src/sandbox/server/control/page/tokens.generated.ts',
      text: [
        notice,
        '',
        `export const tokens = \`${escapeTemplate(css.replace(/\s*\n\s*/g, '\n').trim())}\`;`,
        '',
      ].join('\n'),
    },
  ];
}
