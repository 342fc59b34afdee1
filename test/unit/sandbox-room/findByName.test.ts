import { expect, it } from 'vitest';
import { findByName } from '../../../src/sandbox/room/view/findByName.js';

const people = ['Tomás Rivera', 'Zoë', 'Łukasz', 'مريم', ''].map((displayName) => ({ displayName }));
const find = (text: string) => findByName(people, text).map(({ displayName }) => displayName);

it('finds people by any part of the name, whatever its case and accents', () => {
  expect(find('tomas')).toEqual(['Tomás Rivera']);
  expect(find(' RIV ')).toEqual(['Tomás Rivera']);
  expect(find('zoe')).toEqual(['Zoë']);
  expect(find('مري')).toEqual(['مريم']);
  expect(find('nobody')).toEqual([]);
});

it('finds everyone without a text', () => {
  expect(find('  ')).toHaveLength(people.length);
});
