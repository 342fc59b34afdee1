import { expect, test } from 'vitest';
import { findParams } from '../../../stories/playground/findParams.js';
import { paramList } from '../../../stories/playground/paramList.js';

const find = (query: string) => findParams(paramList, query).map(({ name }) => name);

test.each([
  ['hide the mic', 'audio'],
  ['watermark', 'logo'],
  ['mute on entry', 'audio'],
  ['end call', 'leaveButton'],
  ['picture in picture', 'pipButton'],
  ['dark mode', 'toolbarDarkText'],
  ['raise hand', 'reactions'],
  ['prejoin', 'precallReview'],
])('"%s" finds %s first', (query, name) => {
  expect(find(query)[0]).toBe(name);
});

test('those that are called so come before those whose sentence says so', () => {
  expect(find('logo')).toEqual(['logo', 'minimal']);
});

test('words of which none is a parameter find nothing, and no words find all', () => {
  expect(find('kick')).toEqual([]);
  expect(find('')).toHaveLength(paramList.length);
});
