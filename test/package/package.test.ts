import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

/** The built package. `npm run build` comes first. */
const root = new URL('../../', import.meta.url).pathname;

interface Package {
  readonly exports: Record<string, { readonly types: string; readonly default: string } | string>;
  readonly sideEffects: boolean | string[];
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package;
const entries = Object.entries(manifest.exports).flatMap(([name, target]) =>
  typeof target === 'string' ? [] : [[name, target.default] as const],
);

test.each(entries)('entry %s can be imported in plain Node and does nothing by itself', async (_name, file) => {
  const before = process.listeners('exit').length;
  const names = Object.keys((await import(pathToFileURL(join(root, file)).href)) as object).sort();
  expect(names.length).toBeGreaterThan(0);
  expect(process.listeners('exit')).toHaveLength(before);
  expect(names).toMatchSnapshot();
});

test("'use client' is on the files that use React, and on no other", () => {
  const dist = join(root, 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.js') && !name.startsWith('sandbox'),
  );
  expect(files).toContain('embed/WherebyEmbed.js');
  for (const name of files) {
    const code = readFileSync(join(dist, name), 'utf8');
    const usesHooks =
      /\buse(State|Effect|Ref|Memo|Callback|Context|SyncExternalStore|InsertionEffect|LayoutEffect)\b/.test(code);
    expect(code.startsWith('"use client"') || code.startsWith("'use client'"), name).toBe(usesHooks);
  }
});

test('nothing of the package leads to the registry it was built with', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "https?:/);
});
