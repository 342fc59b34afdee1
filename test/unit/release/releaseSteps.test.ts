import { describe, expect, test } from 'vitest';
import { checkAddresses } from '../../../scripts/release/checkAddresses.js';
import { checkApiReport } from '../../../scripts/release/checkApiReport.js';
import { checkInstalled } from '../../../scripts/release/checkInstalled.js';
import { checkPacked } from '../../../scripts/release/checkPacked.js';
import { checkPublishConfig } from '../../../scripts/release/checkPublishConfig.js';
import { checkSizes } from '../../../scripts/release/checkSizes.js';
import { checkVersion } from '../../../scripts/release/checkVersion.js';
import { runSteps } from '../../../scripts/release/runSteps.js';

const manifest = { name: 'react-whereby-embed', version: '0.1.0', files: ['dist'] };
const address = 'https://git.example.org/owner/name';
const addresses = { repository: { url: `git+${address}.git` }, homepage: address, bugs: { url: `${address}/issues` } };

describe('the addresses', () => {
  test('are complete as objects and as texts', () => {
    expect(checkAddresses({ ...manifest, ...addresses }).missing).toEqual([]);
    expect(checkAddresses({ ...manifest, ...addresses, bugs: address, repository: address }).missing).toEqual([]);
  });

  test.each(Object.keys(addresses))('refuse a missing, an empty and an unreachable %s', (field) => {
    for (const value of [undefined, '', {}, 'owner/name', 'http://localhost/name', 'https://localhost/name'])
      expect(checkAddresses({ ...manifest, ...addresses, [field]: value }).missing).toEqual([
        expect.stringContaining(`\`${field}\``),
      ]);
  });
});

test('a package is public, with provenance, and not private', () => {
  const publishConfig = { access: 'public', provenance: true };
  expect(checkPublishConfig({ ...manifest, publishConfig }).missing).toEqual([]);
  expect(checkPublishConfig({ ...manifest, publishConfig, private: true }).missing).toHaveLength(1);
  expect(checkPublishConfig({ ...manifest, publishConfig: { access: 'restricted' } }).missing).toHaveLength(2);
  expect(checkPublishConfig(manifest).missing).toHaveLength(2);
});

describe('the version', () => {
  const changelog = '# name\n\n## 0.2.0\n\n### Minor Changes\n\n- One.\n- Two.\n\n## 0.1.0\n\n- First.\n';
  const versions = { current: '0.1.0', next: '0.2.0', changesetCount: 2, changelog, isPublishing: false };

  test('has a section of CHANGELOG.md', () => {
    const { lines, missing } = checkVersion(versions);
    expect(missing).toEqual([]);
    expect(lines).toContain('CHANGELOG.md has 2 changes for 0.2.0');
  });

  test('is missing without a section, with an empty section, and without a CHANGELOG.md', () => {
    for (const without of ['# name\n\n## 0.2.01\n\n- One.\n', '## 0.2.0\n\n## 0.1.0\n\n- First.\n', undefined])
      expect(checkVersion({ ...versions, changelog: without }).missing).toEqual([expect.stringContaining('0.2.0')]);
  });

  test('cannot be published while changesets wait', () => {
    const publishing = { ...versions, isPublishing: true };
    expect(checkVersion(publishing).missing).toEqual([expect.stringContaining('2 changesets')]);
    expect(checkVersion({ ...publishing, current: '0.2.0', changesetCount: 0 }).missing).toEqual([]);
  });
});

describe('the packed package', () => {
  const paths = [
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
    'dist/THIRD_PARTY_NOTICES.txt',
    'docs/webhooks.openapi.json',
    ...Array.from({ length: 395 }, (_, index) => `dist/${index}.js`),
  ];

  test('has every text and at most 400 files', () => {
    expect(checkPacked({ paths, bytes: 1_400_000 })).toEqual({
      lines: ['400 files of at most 400', '1.40 MB unpacked, within the target of 1.50 MB'],
      missing: [],
    });
    expect(checkPacked({ paths: [...paths, 'dist/one.js'], bytes: 1 }).missing).toHaveLength(1);
  });

  test.each(paths.slice(0, 5))('is incomplete without %s', (path) => {
    const { missing } = checkPacked({ paths: paths.filter((one) => one !== path), bytes: 1 });
    expect(missing).toEqual([expect.stringContaining(path)]);
  });

  test('says when it is above its target', () => {
    expect(checkPacked({ paths, bytes: 2_200_000 }).lines[1]).toBe('2.20 MB unpacked, above the target of 1.50 MB');
  });
});

test('an app gets at most 4 packages beside those of React', () => {
  const install = (count: number) => {
    const ours = Array.from({ length: count }, (_, index) => [`package-${index}`, 1_000_000] as const);
    return checkInstalled({ ofReact: ['react', 'scheduler'], all: new Map([['react', 1], ['scheduler', 1], ...ours]) });
  };
  expect(install(4).missing).toEqual([]);
  expect(install(4).lines).toContain('  package-0 1.00 MB');
  expect(install(5).missing).toEqual([expect.stringContaining('5 packages')]);
});

test('an API report that is stale is named', () => {
  expect(checkApiReport('').missing).toEqual([]);
  expect(checkApiReport('--- api/index.api.md\nThe public API of ./server has changed.\n').missing).toEqual([
    expect.stringContaining('./server'),
  ]);
});

test('a size above its limit is missing, the others are only printed', () => {
  const sizes = [
    { name: 'small', size: 1, sizeLimit: 2, passed: true },
    { name: 'large', size: 3, sizeLimit: 2, passed: false },
  ];
  const { lines, missing } = checkSizes(sizes);
  expect(lines).toHaveLength(2);
  expect(missing).toEqual(['large takes 3 B, at most 2 B are meant.']);
});

test('a step that fails is missing, and the steps after it run', () => {
  const printed: string[] = [];
  const missing = runSteps(
    {
      pack: () => {
        throw Object.assign(new Error('Command failed: npm pack'), { stderr: 'no space left' });
      },
      sizes: () => ({ lines: ['small'], missing: [] }),
    },
    (line) => printed.push(line),
  );
  expect(missing).toEqual(['pack fails: Command failed: npm pack\nno space left']);
  expect(printed).toEqual(['MISS pack', `       missing: ${missing[0]}`, 'ok   sizes', '       small']);
});
