import { describe, expect, test } from 'vitest';
import { buildExternalId, readExternalId } from '../../../examples/school/server/people/externalIds.js';
import { readSigned, sign } from '../../../examples/school/server/people/signed.js';

describe('signed', () => {
  test('returns the value that was signed, also if it has dots', () => {
    expect(readSigned('secret', 'link', sign('secret', 'link', 'a.b'))).toBe('a.b');
  });
  test.each([
    ['of another purpose', sign('secret', 'session', 'a')],
    ['of another secret', sign('other', 'link', 'a')],
    ['of another value', sign('secret', 'link', 'a').replace('a', 'b')],
    ['without a signature', 'a'],
    ['that is empty', ''],
    ['in other letters', `${sign('secret', 'link', 'a')}é`],
  ])('refuses a text %s', (_, text) => {
    expect(readSigned('secret', 'link', text)).toBeUndefined();
  });
});

describe('externalIds', () => {
  test('lead to the person of this lesson, also if the id has a hyphen', () => {
    expect(readExternalId('secret', 'one', buildExternalId('secret', 'one', 'anna-maria'))).toBe('anna-maria');
  });
  test.each([
    ['of another lesson', buildExternalId('secret', 'two', 'anna')],
    ['made up', 'anna'],
    ['with a code of somebody else', buildExternalId('secret', 'one', 'mia').replace('mia', 'anna')],
    ['empty', ''],
  ])('lead to nobody if they are %s', (_, externalId) => {
    expect(readExternalId('secret', 'one', externalId)).toBeUndefined();
  });
});
