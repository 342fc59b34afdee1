import fc from 'fast-check';
import { checkParams, displayNameFrom } from 'react-whereby-embed';
import { describe, expect, test } from 'vitest';

describe('displayNameFrom', () => {
  test.each([
    [{ displayName: 'Ada Lovelace', email: 'x@y.example' }, 'Ada Lovelace'],
    [{ displayName: ' ', name: null, firstName: 'Ada', lastName: 'Lovelace' }, 'Ada Lovelace'],
    [{ given_name: 'Ada' }, 'Ada'],
    [{ email: 'ada.lovelace@example.com' }, 'ada.lovelace'],
    [{ email: 'ada', username: 'ada1' }, 'ada1'],
    ['Ada: <b>the</b> $1st!', 'Ada bthe/b 1st'],
    ['Ada\n\tLovelace\u202e', 'Ada Lovelace'],
    ['می‌خواهم', 'می‌خواهم'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['x'.repeat(99) + '👩', 'x'.repeat(99)],
    [{}, ''],
    [null, ''],
    [undefined, ''],
    [{ name: 5 as never }, ''],
  ])('returns for %j the name %j', (user, name) => {
    expect(displayNameFrom(user)).toBe(name);
  });

  test('never returns a name that the room refuses', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), fc.constant(null));
    fc.assert(
      fc.property(fc.record({ displayName: text, firstName: text, lastName: text, email: text }), (user) => {
        const name = displayNameFrom(user);
        expect(checkParams({ displayName: name })).toEqual([]);
        expect(name).toBe(name.trim());
        expect(displayNameFrom(name)).toBe(name);
      }),
    );
  });
});
