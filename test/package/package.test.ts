import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { bundle } from '../../scripts/bench/bundle.js';
import { errorList } from '../../src/errors/errorList.js';

/** The built package. `npm run build` comes first. */
const root = new URL('../../', import.meta.url).pathname;

interface Package {
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
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

/** Packages that a built file imports, directly or through other built files. */
function readImportedPackages(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const specifiers = [...readFileSync(file, 'utf8').matchAll(/(?:from|import) ?\(?["']([^"']+)["']/g)].map(
    ([, name]) => name!,
  );
  return specifiers.flatMap((name) =>
    name.startsWith('.') ? readImportedPackages(join(dirname(file), name), seen) : name,
  );
}

test('the entry for room URLs imports no package, so it works where React is not installed', () => {
  expect(readImportedPackages(join(root, 'dist/index.js'))).toContain('react');
  expect(readImportedPackages(join(root, 'dist/url.js'))).toEqual([]);
});

test('nobody has to install React for the entries that work without it: every peer is optional', () => {
  const peers = Object.keys(manifest.peerDependencies);
  expect(peers).toEqual(expect.arrayContaining(['react', 'react-dom', 'kysely']));
  expect(peers.filter((name) => !manifest.peerDependenciesMeta[name]?.optional)).toEqual([]);
});

test("'use client' is on every file that uses React, and on none that a server uses", () => {
  const dist = join(root, 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.js') && !name.startsWith('sandbox'),
  );
  expect(files).toContain('embed/WherebyEmbed.js');
  for (const name of files) {
    const code = readFileSync(join(dist, name), 'utf8');
    const isClient = code.startsWith('"use client"');
    if (/from "react"/.test(code)) expect(isClient, name).toBe(true);
    if (/^(params|protocol|server|testing|errors|index|url)\b/.test(name)) expect(isClient, name).toBe(false);
  }
});

test('nothing of the package leads to the registry it was built with', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "https?:/);
});

test('an app built for production carries no sentence about an error, only where to read it', async () => {
  const chunks = await bundle('WherebyEmbed, MeetingProvider, MeetingOutlet, RoomsProvider, useRoomUrl, buildRoomUrl');
  const code = chunks.map((chunk) => chunk.code).join('');
  expect(code).toContain('see docs/troubleshooting.md#');
  for (const { what, cause, cure } of Object.values(errorList))
    for (const text of [what, cause, cure].join(' ').split(/\{\w+\}/))
      if (text.trim().length > 15) expect(code).not.toContain(text.trim());
});

test('a backend built for production carries every sentence about an error', async () => {
  const chunks = await bundle('createWhereby', join(root, 'dist/server/index.js'));
  const code = chunks.map((chunk) => chunk.code).join('');
  expect(code).toContain(errorList.ROOM_MISSING.cause);
  expect(code).toContain(errorList.API_KEY_MISSING.cure);
});
