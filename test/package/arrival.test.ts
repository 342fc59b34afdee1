import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageEntries } from '../../scripts/packageEntries.js';

/** What npm installs, in a folder where there is nothing of this project. `npm run build` comes first. */
let folder: string;
let packed: { readonly unpackedSize: number; readonly files: readonly { readonly path: string }[] };
const root = fileURLToPath(new URL('../..', import.meta.url));
const name = 'react-whereby-embed';
const specifiers = packageEntries.map(({ subpath }) => name + subpath.slice(1));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrival-'));
  const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  [packed] = JSON.parse(output) as [typeof packed];
  mkdirSync(join(folder, 'node_modules'));
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'))!;
  execFileSync('tar', ['-xzf', archive], { cwd: folder });
  execFileSync('mv', ['package', `node_modules/${name}`], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs code in the folder, with the packages of this project that are named. Returns what it prints. */
function run(file: string, code: string, linked: readonly string[] = []): string {
  for (const one of linked)
    if (!existsSync(join(folder, 'node_modules', one)))
      execFileSync('ln', ['-s', join(root, 'node_modules', one), join(folder, 'node_modules', one)]);
  writeFileSync(join(folder, file), code);
  return execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' }).trim();
}

/** Bytes that the changesets that wait will add to CHANGELOG.md. */
function measureChangesets(): number {
  const folder = join(root, '.changeset');
  const texts = readdirSync(folder).filter((file) => file.endsWith('.md'));
  const withoutHead = (file: string) => readFileSync(join(folder, file), 'utf8').replace(/^---[^]*?---/, '');
  return texts.reduce((sum, file) => sum + Buffer.byteLength(withoutHead(file)), 0);
}

test('has what a reader looks for, in at most 1.5 MB with the next CHANGELOG and 280 files, and no maps', () => {
  const paths = packed.files.map(({ path }) => path);
  for (const path of ['README.md', 'LICENSE', 'dist/THIRD_PARTY_NOTICES.txt', 'docs/webhooks.openapi.json'])
    expect(paths).toContain(path);
  for (const [, path] of readFileSync(join(root, 'README.md'), 'utf8').matchAll(/\]\((docs\/[^)#]+\.md)/g))
    expect(paths).toContain(path);
  expect(paths.length).toBeLessThanOrEqual(280);
  expect(packed.unpackedSize + measureChangesets()).toBeLessThanOrEqual(1_500_000);
  expect(paths.filter((path) => path.endsWith('.map'))).toEqual([]);
});

test('the entry for room URLs works where React is not installed', () => {
  expect(existsSync(join(folder, 'node_modules/react'))).toBe(false);
  const code = `import { buildRoomUrl } from '${name}/url'; console.log(buildRoomUrl('https://acme.whereby.com/demo', { chat: false }))`;
  expect(run('url.mjs', code)).toBe('https://acme.whereby.com/demo?chat=off');
});

// Node 20.19 and 22.12 are the first whose `require` loads modules: https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require
test('every entry can be required by CommonJS code', () => {
  const code = `for (const name of ${JSON.stringify(specifiers)}) console.log(Object.keys(require(name)).length > 0)`;
  const printed = run('app.cjs', code, ['react', 'react-dom', 'kysely']);
  expect(printed.split('\n')).toEqual(specifiers.map(() => 'true'));
});

test('tools that do not read `exports` find the code of every entry', () => {
  const find = createRequire(join(folder, 'app.cjs'));
  for (const { subpath, output } of packageEntries) {
    // An absolute path is resolved without `exports`, as Parcel and the resolver of eslint-plugin-import do.
    const resolved = find.resolve(join(folder, 'node_modules', name, subpath));
    expect(resolved.endsWith(`/dist/${output}.js`), resolved).toBe(true);
  }
});

const resolutions = {
  node: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Node10 },
  node16: { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
};

test.each(Object.entries(resolutions))('TypeScript finds every entry with moduleResolution %s', (_name, options) => {
  for (const specifier of specifiers) {
    const { resolvedModule } = ts.resolveModuleName(specifier, join(folder, 'app.mts'), options, ts.sys);
    expect(resolvedModule?.resolvedFileName, specifier).toMatch(/\.d\.ts$/);
  }
});
