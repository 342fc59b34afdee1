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

  test('prefers what is most surely the name others should see', () => {
    const user = {
      displayName: 'display',
      fullName: 'full',
      name: 'whole',
      firstName: 'first',
      lastName: 'last',
      given_name: 'given',
      family_name: 'family',
      nickname: 'nick',
      username: 'user',
      email: 'mail@x.example',
    };
    const expected = [
      'display',
      'full',
      'whole',
      'first last',
      'last',
      'given family',
      'family',
      'nick',
      'user',
      'mail',
      '',
    ];
    const found = [displayNameFrom(user)];
    for (const name of Object.keys(user) as (keyof typeof user)[]) {
      user[name] = '';
      found.push(displayNameFrom(user));
    }
    expect(found).toEqual(expected);
  });

  test('is at most 100 characters, without blanks around it', () => {
    expect(displayNameFrom('x'.repeat(101))).toBe('x'.repeat(100));
    expect(displayNameFrom(`${'x'.repeat(99)} y`)).toBe('x'.repeat(99));
    expect(displayNameFrom(`${'x'.repeat(98)}👩`)).toBe(`${'x'.repeat(98)}👩`);
    expect(displayNameFrom('\u0000 a \u200b\u200b b ')).toBe('a b');
    expect(displayNameFrom('e\u0301')).toBe('\u00e9');
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
