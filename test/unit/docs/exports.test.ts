import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packageEntries } from '../../../scripts/packageEntries.js';

/** Every name that the API report of an entry exports. */
function listReported(output: string): string[] {
  const name = output.replace(/\/index$/, '').replaceAll('/', '-');
  const report = readFileSync(`api/${name}.api.md`, 'utf8');
  return [...report.matchAll(/^export (?:declare )?(?:abstract )?(?:const|function|class|interface|type) (\w+)/gm)].map(
    ([, exported = '']) => exported,
  );
}

const reference = readdirSync('docs/reference')
  .map((name) => readFileSync(`docs/reference/${name}`, 'utf8'))
  .join('\n');

describe.each(packageEntries.map(({ subpath, output }) => [subpath, output] as const))('%s', (_, output) => {
  test('every export is in the reference', () => {
    const names = listReported(output);
    expect(names).not.toEqual([]);
    const missing = names.filter((name) => !new RegExp(`(^### ${name}$|\`${name}\`)`, 'm').test(reference));
    expect(missing).toEqual([]);
  });
});
