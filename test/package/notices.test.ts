import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const read = (path: string) => readFileSync(root + path, 'utf8');

/** What npm would publish. `npm run build` comes first. */
const [{ files }] = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--dry-run', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }),
) as [{ files: { path: string }[] }];
const paths = files.map(({ path }) => path);

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: object[];
}
const sbom = JSON.parse(read('dist/sbom.cdx.json')) as {
  readonly bomFormat: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
};

test('the package has the licence of everything that is bundled in it', () => {
  expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'dist/THIRD_PARTY_NOTICES.txt', 'dist/sbom.cdx.json']));
  const notices = read('dist/THIRD_PARTY_NOTICES.txt');
  const isIn = (text: string) => notices.replaceAll(/\s+/g, ' ').includes(text.replaceAll(/\s+/g, ' ').trim());
  for (const { name, version } of sbom.components) {
    expect(notices).toContain(`\n${name} ${version} (`);
    const file = readdirSync(`${root}node_modules/${name}`).find((one) => /^licen[cs]e/i.test(one))!;
    // The terms are once in the notices for all packages that have the same.
    const [holders, ...terms] = read(`node_modules/${name}/${file}`).split(/^(?=Permission is|Redistribution and)/m);
    for (const text of [holders!, terms.join('')]) expect([name, text, isIn(text)]).toEqual([name, text, true]);
  }
});

test('the bill of materials names what is bundled, in the versions that are installed', () => {
  expect(sbom.bomFormat).toBe('CycloneDX');
  expect(sbom.metadata.component).toMatchObject({ name: 'react-whereby-embed' });
  expect(sbom.components.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['@hono/node-server', 'hono', 'react', 'react-dom', 'valibot', 'ws']),
  );
  for (const { name, version, purl, licenses } of sbom.components) {
    expect((JSON.parse(read(`node_modules/${name}/package.json`)) as Component).version).toBe(version);
    expect(purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`);
    expect(licenses).toHaveLength(1);
  }
});

test('nothing is published by accident', () => {
  const meant =
    /^(dist\/.+\.(js|js\.br|d\.ts|css\.br|html)|dist\/THIRD_PARTY_NOTICES\.txt|dist\/sbom\.cdx\.json|docs\/webhooks\.openapi\.json|docs\/[\w-]+\.md|docs\/reference\/[\w-]+\.md|(url|testing|sandbox|server(\/\w+)?)\/package\.json|package\.json|README\.md|CHANGELOG\.md|LICENSE)$/;
  expect(paths.filter((path) => !meant.test(path))).toEqual([]);
  expect(paths.filter((path) => /\.config\.|\.test\.|\.stories\.|tsbuildinfo/.test(path.replace(/.*\//, '')))).toEqual(
    [],
  );
});
