import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync('docs/threat-model.md', 'utf8');
const defended = page.slice(page.indexOf('## What we defend'), page.indexOf('## What we leave'));
const rows = defended
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2);

test('the threat model has lines', () => expect(rows.length).toBeGreaterThan(15));

test.each(rows.map((row) => row.split('|').map((cell) => cell.trim())))(
  'the test that the threat model names for %s %s %s is there',
  (...cells) => {
    const [, file, name] = /^`([^`]+)`: (.+)$/.exec(cells.at(-2)!) ?? [];
    expect(readFileSync(file!, 'utf8')).toContain(name);
  },
);
