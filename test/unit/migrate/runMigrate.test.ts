import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runMigrate } from '../../../src/sandbox/cli/runMigrate.js';

const frame = `export const Call = () => <iframe src="https://acme.whereby.com/demo?minimal" allow="camera" />;\n`;

let folder: string;
let printed: string;
let said: string;
const run = (...args: string[]) =>
  runMigrate(args, { out: (text) => (printed += `${text}\n`), err: (text) => (said += `${text}\n`) }, folder);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

beforeEach(() => {
  // In the project, so that its own ts-morph is found.
  mkdirSync('.cache', { recursive: true });
  folder = mkdtempSync('.cache/migrate-');
  printed = '';
  said = '';
  mkdirSync(join(folder, 'src/node_modules/other'), { recursive: true });
  writeFileSync(join(folder, 'src/Call.jsx'), frame);
  writeFileSync(join(folder, 'src/page.ts'), 'export const page = "no meeting";\n');
  writeFileSync(join(folder, 'src/old.js'), "document.createElement('whereby-embed');\n");
  writeFileSync(join(folder, 'src/node_modules/other/Call.jsx'), frame);
});

describe('the command migrate', () => {
  it('shows what would change and what is left, and writes nothing', async () => {
    expect(await run('src')).toBe(0);
    expect(printed).toContain('-export const Call = () => <iframe src=');
    expect(printed).toContain(
      '+export const Call = () => <WherebyEmbed room="https://acme.whereby.com/demo" minimal />;',
    );
    expect(printed).toContain('src/old.js:1  An element is made by a call, not in JSX.\n    By hand: ');
    expect(printed).toContain('1 file would change, 1 place left to you.\nNothing is written yet');
    expect(read('src/Call.jsx')).toBe(frame);
  });

  it('writes with --write, and finds nothing to change the second time', async () => {
    expect(await run('--write')).toBe(0);
    expect(read('src/Call.jsx')).toContain('<WherebyEmbed');
    expect(read('src/node_modules/other/Call.jsx')).toBe(frame);
    printed = '';
    expect(await run('--write')).toBe(0);
    expect(printed).toContain('0 files changed');
  });

  it('reads what people write, and nothing that is installed, made, declared or hidden', async () => {
    const written = ['a.mts', 'b.cjs', 'pages/[id].tsx', 'pages/deep/c.js'];
    const others = ['d.d.ts', 'e.d.mts', 'f.min.js', '.g.js', '.cache/h.js', 'pages/dist/i.js', 'build/j.js', 'k.css'];
    rmSync(join(folder, 'src'), { recursive: true });
    for (const name of [...written, ...others]) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), '// whereby');
    }
    expect(await run('.', 'a.mts', '--json')).toBe(0);
    expect((JSON.parse(printed) as { file: string }[]).map(({ file }) => file)).toEqual(written);
  });

  it('lists frames in files that are not read as code, and changes none of them', async () => {
    const page = '<template>\n  <iframe src="https://acme.whereby.com/demo"></iframe>\n</template>\n';
    writeFileSync(join(folder, 'src/Call.vue'), page);
    writeFileSync(join(folder, 'src/about.html'), '<p>We meet on whereby.com.</p>\n');
    expect(await run('src/Call.vue', 'src/about.html', '--write')).toBe(0);
    expect(printed).toContain('src/Call.vue:2  Only JavaScript and TypeScript are changed');
    expect(printed).toContain('0 files changed, 1 place left to you.');
    expect(read('src/Call.vue')).toBe(page);
  });

  it('prints JSON with --json', async () => {
    expect(await run('src/Call.jsx', '--json')).toBe(0);
    expect(JSON.parse(printed)).toMatchObject([{ file: 'src/Call.jsx', isChanged: true, leftovers: [] }]);
  });

  it('prints no colours where its output is no terminal', async () => {
    await run();
    expect(printed).not.toContain('\u001b');
  });

  it('explains itself with --help', async () => {
    expect(await run('--help')).toBe(0);
    expect(printed).toContain('Usage: react-whereby-embed migrate [paths]');
  });

  it.each([
    ['an option that is unknown', '--wirte', /--wirte/],
    ['a path that is not there', 'nowhere', /nowhere/],
  ])('ends with 2 and one sentence for %s', async (_what, argument, sentence) => {
    expect(await run(argument)).toBe(2);
    expect(said).toMatch(sentence);
    expect(printed).toBe('');
  });
});
