import { readdirSync, readFileSync } from 'node:fs';
import * as morph from 'ts-morph';
import { describe, expect, it } from 'vitest';
import { migrateSource } from '../../../src/migrate/migrateSource.js';

const shapes = new URL('shapes/', import.meta.url);

/** Shapes in which code of the public frames a room, one folder each: the input, and what became of it. */
const cases = readdirSync(shapes).map((name) => {
  const input = readdirSync(new URL(`${name}/`, shapes)).find((file) => file.startsWith('input'));
  if (!input) throw new Error(`${name} has no input.`);
  const path = input.replace(/^input(\.\w+)\.txt$/, 'Call$1');
  return { name, path, source: readFileSync(new URL(`${name}/${input}`, shapes), 'utf8') };
});

const report = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `\n--- ${title}\n${lines.join('\n')}\n`;

describe('migrateSource', () => {
  it('knows more than twenty shapes', () => {
    expect(cases.length).toBeGreaterThan(20);
  });

  it.each(cases)('turns $name into what is kept beside it', async ({ name, path, source }) => {
    const { source: output, changes, leftovers } = migrateSource(morph, path, source);
    const kept = [
      output,
      report(
        'changes',
        changes.map(({ line, what }) => `${line}: ${what}`),
      ),
      report(
        'left',
        leftovers.map(({ line, reason, hand }) => `${line}: ${reason}\n   ${hand}`),
      ),
    ];
    await expect(kept.join('')).toMatchFileSnapshot(`shapes/${name}/output.txt`);
  });

  it.each(cases)('changes nothing the second time in $name', ({ path, source }) => {
    const once = migrateSource(morph, path, source);
    const twice = migrateSource(morph, path, once.source);
    expect(twice.source).toBe(once.source);
    expect(twice.changes).toEqual([]);
    expect(twice.leftovers.length).toBeLessThanOrEqual(once.leftovers.length);
  });

  it.each(cases)('leaves $name code that can be read', ({ path, source }) => {
    const { source: output } = migrateSource(morph, path, source);
    const { diagnostics = [] } = morph.ts.transpileModule(output, {
      fileName: path.replace(/\.js$/, '.jsx'),
      reportDiagnostics: true,
      compilerOptions: { jsx: morph.ts.JsxEmit.Preserve },
    });
    expect(diagnostics.map(({ messageText }) => messageText)).toEqual([]);
  });

  it('leaves the line ends of Windows and the mark at the beginning of a file as they are', () => {
    const frame = `\tconst call = <iframe\n\t\tsrc="https://acme.whereby.com/demo?minimal&lang=de"\n\t></iframe>;\n`;
    const written = `import * as React from "react";\n// é\n${frame}`.replaceAll('\n', '\r\n');
    const expected = [
      '\uFEFFimport * as React from "react";',
      'import { WherebyEmbed } from "react-whereby-embed";',
      '// é',
      '\tconst call = <WherebyEmbed',
      '\t\troom="https://acme.whereby.com/demo"',
      '\t\tminimal',
      '\t\tlang="de"',
      '\t/>;',
      '',
    ];
    expect(migrateSource(morph, 'Call.tsx', `\uFEFF${written}`).source.split('\r\n')).toEqual(expected);
  });

  it('changes nothing in a file with a mistake, or in a language of its own, and says where', () => {
    const frame = '<iframe src="https://acme.whereby.com/demo" allow="camera"';
    for (const [path, source] of [
      ['Call.jsx', `const id = 1;\nexport const Call = () => ${frame} ;\n`],
      [
        'Call.js',
        `// @flow\ntype Props = {| +room: string, name?: ?string |};\nexport const Call = () => ${frame} />;\n`,
      ],
    ] as const) {
      const { source: output, changes, leftovers } = migrateSource(morph, path, source);
      expect(output).toBe(source);
      expect(changes).toEqual([]);
      expect(leftovers).toMatchObject([{ line: 2, reason: expect.stringMatching(/^The file cannot be read: /) }]);
    }
  });

  it('copies no key that is written in the source', () => {
    for (const { path, source } of cases) {
      const { changes, leftovers } = migrateSource(morph, path, source);
      expect(JSON.stringify([changes, leftovers])).not.toContain('eyJ');
    }
  });
});
