import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorAreas, errorList } from '../../../src/errors/errorList.js';
import type { ErrorText } from '../../../src/errors/errorList.js';

const errors = Object.entries<ErrorText>(errorList);

const readAll = (folder: string, names: RegExp, without: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => names.test(file) && !file.startsWith(without) && !file.includes('node_modules'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

describe.each(errors)('%s', (_, { area, what, cause, cure }) => {
  it('belongs to an area', () => {
    expect(Object.keys(errorAreas)).toContain(area);
  });

  it.each(Object.entries({ what, cause, cure }))('says %s in full sentences', (_, text) => {
    expect(text).toMatch(/^[A-Z`{]/);
    expect(text).toMatch(/[^.]\.$/);
    expect(text).not.toMatch(/ {2}|\n|^\s|\s$/);
  });

  it('uses braces for values only', () => {
    expect([what, cause, cure].join(' ').replaceAll(/\{[a-zA-Z]+\}/g, '')).not.toMatch(/[{}]/);
  });

  it('says of a limit that it is the most', () => {
    for (const text of [what, cause, cure])
      for (const [found] of text.matchAll(/.{0,8}\{limit\}/g)) expect(found).toBe('at most {limit}');
  });
});

it('has an error in every area', () => {
  const used = new Set(errors.map(([, { area }]) => area));
  expect([...used].sort()).toEqual(Object.keys(errorAreas).sort());
});

it('has no error that is created nowhere', () => {
  const code = readAll('src', /\.tsx?$/, 'src/errors/');
  // A code that is only compared with is not created.
  const isCreated = (name: string) => new RegExp(`(?<!case |[!=]== )'${name}'`).test(code);
  expect(errors.map(([name]) => name).filter((name) => !isCreated(name))).toEqual([]);
});
