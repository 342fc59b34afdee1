import { expect, test } from 'vitest';
import { mergeParticipant } from '../../../src/server/attendance/mergeParticipant.js';
import type { Participant } from '../../../src/server/attendance/mergeParticipant.js';

const seen = (details: Partial<Participant>): Participant => ({
  name: '',
  namedAt: 0,
  externalId: null,
  externalIdAt: 0,
  dialIn: false,
  ...details,
});

test('whoever is seen first is as seen', () => {
  expect(mergeParticipant(undefined, seen({ name: 'Ada' }))).toEqual(seen({ name: 'Ada' }));
});

test.each<[string, Partial<Participant>, Partial<Participant>, Partial<Participant>]>([
  ['the latest name', { name: 'Ada', namedAt: 1 }, { name: 'Bo', namedAt: 2 }, { name: 'Bo', namedAt: 2 }],
  ['the latest name, though empty', { name: 'Ada', namedAt: 1 }, { name: '', namedAt: 2 }, { name: '', namedAt: 2 }],
  [
    'the latest name, though it sorts first',
    { name: 'Bo', namedAt: 1 },
    { name: 'Ada', namedAt: 2 },
    { name: 'Ada', namedAt: 2 },
  ],
  ['of two names of one time the last in the alphabet', { name: 'Ada' }, { name: 'Bo' }, { name: 'Bo' }],
  [
    'the earliest id',
    { externalId: 'b', externalIdAt: 1 },
    { externalId: 'a', externalIdAt: 2 },
    { externalId: 'b', externalIdAt: 1 },
  ],
  ['of two ids of one time the first in the alphabet', { externalId: 'a' }, { externalId: 'b' }, { externalId: 'a' }],
  [
    'the only id, though later',
    { externalId: null, externalIdAt: 1 },
    { externalId: 'a', externalIdAt: 2 },
    { externalId: 'a', externalIdAt: 2 },
  ],
  ['a telephone of either', { dialIn: true }, {}, { dialIn: true }],
])('takes %s, whichever of the two is seen first', (_, one, other, merged) => {
  expect(mergeParticipant(seen(one), seen(other))).toEqual(seen(merged));
  expect(mergeParticipant(seen(other), seen(one))).toEqual(seen(merged));
});
