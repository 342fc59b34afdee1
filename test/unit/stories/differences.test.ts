import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countShared, differences } from '../../../stories/compare/differences.js';
import { anyParams } from '../../support/arbitraryParams.js';

test('the same combination differs in nothing', () => {
  fc.assert(
    fc.property(anyParams, (params) => {
      expect(differences([params, { ...params }, params])).toEqual([]);
    }),
  );
});

test('a parameter that is set, not set, on and off is listed with what each address says', () => {
  expect(
    differences([
      { chat: true, minimal: true, groups: ['a', 'ö'], logo: false },
      { chat: 'on', logo: 'off' },
      { chat: false, logo: false, displayName: 'A & B' },
    ]),
  ).toEqual([
    { name: 'chat', values: ['on', 'on', 'off'] },
    { name: 'minimal', values: ['set', undefined, undefined] },
    { name: 'groups', values: ['a,ö', undefined, undefined] },
    { name: 'displayName', values: [undefined, undefined, 'A & B'] },
  ]);
});

test('what says the same everywhere is counted', () => {
  expect(
    countShared([
      { chat: true, logo: false },
      { chat: 'on', logo: true, people: true },
    ]),
  ).toBe(1);
});
