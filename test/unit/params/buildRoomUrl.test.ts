import fc from 'fast-check';
import { WherebyError, buildRoomUrl, params, parseRoomUrl } from 'react-whereby-embed';
import type { ParamName, RoomParams } from 'react-whereby-embed';
import { describe, expect, test } from 'vitest';
import { paramNames } from '../../../src/params/paramNames.js';
import { anyParams, anyRoom, normalize } from '../../support/arbitraryParams.js';

const room = 'https://acme.whereby.com/demo';
const hostRoom = `${room}?roomKey=eyJhbGciOi.abc-_.x%2Bz`;

const issuesOf = (build: () => string) => {
  try {
    build();
  } catch (error) {
    if (error instanceof WherebyError) return error.issues;
    throw error;
  }
  return undefined;
};

/** What a browser or server makes of the query. */
const entries = (url: string) => [...new URL(url).searchParams];

describe('buildRoomUrl, for any valid parameters and any room URL,', () => {
  test('writes parameters that parseRoomUrl reads back', () => {
    fc.assert(
      fc.property(anyRoom, anyParams, ({ url }, given) => {
        expect(parseRoomUrl(buildRoomUrl(url, given)).params).toEqual(normalize(given));
      }),
      { numRuns: 500 },
    );
  });

  test('keeps the existing query byte for byte, the key included', () => {
    fc.assert(
      fc.property(anyRoom, anyParams, ({ url, pairs, roomKey }, given) => {
        const query = buildRoomUrl(url, given).split('?').slice(1).join('?').split('&');
        expect(query.slice(0, pairs.length)).toEqual(pairs.length ? pairs : query.slice(0, 0));
        if (roomKey !== undefined) expect(query.filter((pair) => pair === `roomKey=${roomKey}`)).toHaveLength(1);
      }),
    );
  });

  test('changes nothing when it is applied a second time', () => {
    fc.assert(
      fc.property(anyRoom, anyParams, ({ url }, given) => {
        const once = buildRoomUrl(url, given);
        expect(buildRoomUrl(once, given)).toBe(once);
      }),
    );
  });

  test('writes the same parameters in whatever order they are given', () => {
    fc.assert(
      fc.property(anyRoom, anyParams, ({ url }, given) => {
        const reversed = Object.fromEntries(Object.entries(given).reverse()) as RoomParams;
        const sorted = (text: string) => entries(text).map(String).sort();
        expect(sorted(buildRoomUrl(url, reversed))).toEqual(sorted(buildRoomUrl(url, given)));
      }),
    );
  });

  test('never lets a value add or change another parameter', () => {
    fc.assert(
      fc.property(anyRoom, fc.string({ unit: 'binary' }), ({ url, pairs }, metadata) => {
        const keys = entries(buildRoomUrl(url, { metadata, chat: true })).map(([key]) => key);
        const expected = [...pairs.map((pair) => pair.split('=')[0]), ...(metadata ? ['metadata'] : []), 'chat'];
        expect(keys).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('buildRoomUrl', () => {
  test('writes flags as bare keys', () => {
    expect(buildRoomUrl(room, { minimal: true, chat: 'on' })).toBe(`${room}?minimal&chat=on`);
    for (const name of paramNames.filter((one) => params[one].kind === 'flag'))
      expect(buildRoomUrl(room, { [name]: true })).toBe(`${room}?${name}`);
  });

  test('writes toggles as on or off, from booleans and from words', () => {
    for (const name of paramNames.filter((one) => params[one].kind === 'toggle'))
      for (const [value, text] of [
        [true, 'on'],
        ['on', 'on'],
        [false, 'off'],
        ['off', 'off'],
      ])
        expect(buildRoomUrl(room, { [name as string]: value })).toBe(`${room}?${name}=${text}`);
  });

  test('joins the names of a list by commas', () => {
    expect(buildRoomUrl(room, { groups: ['red', 'b&w'] })).toBe(`${room}?groups=red,b%26w`);
  });

  test('writes the help link under both of its names', () => {
    const url = buildRoomUrl(room, { precallPermissionsHelpLink: 'https://help.example/?a=1&b=2' });
    expect(entries(url)).toEqual([
      ['precallPermissionsHelpLink', 'https://help.example/?a=1&b=2'],
      ['precallPermissionHelpLink', 'https://help.example/?a=1&b=2'],
    ]);
  });

  test('adds parameters to a URL that already has a key', () => {
    expect(buildRoomUrl(hostRoom, { minimal: true })).toBe(`${hostRoom}&minimal`);
  });

  test('replaces a value in the URL by a given one, and leaves it for undefined', () => {
    expect(buildRoomUrl(`${room}?chat=on&people=off`, { chat: false, people: undefined })).toBe(
      `${room}?people=off&chat=off`,
    );
  });

  test('removes a parameter for an empty text, an empty list and a flag that is false', () => {
    expect(
      buildRoomUrl(`${room}?displayName=Ada&groups=a,b&minimal&floatSelf=&x=1`, {
        displayName: '',
        groups: [],
        minimal: false,
        floatSelf: false,
      }),
    ).toBe(`${room}?x=1`);
  });

  test('replaces the older name of minimal', () => {
    expect(buildRoomUrl(`${room}?embed=on&roomKey=k`, { minimal: true })).toBe(`${room}?roomKey=k&minimal`);
    expect(buildRoomUrl(`${room}?embed`, { minimal: false })).toBe(room);
  });

  test('takes a percent-encoded key for the same key', () => {
    expect(buildRoomUrl(`${room}?%63hat=on`, { chat: false })).toBe(`${room}?chat=off`);
  });

  test('keeps the fragment at the end', () => {
    expect(buildRoomUrl(`${room}?a=1#top?x=2`, { chat: true })).toBe(`${room}?a=1&chat=on#top?x=2`);
  });

  test('drops white space around the URL', () => {
    expect(buildRoomUrl(`  ${hostRoom}\n`, { chat: true })).toBe(`${hostRoom}&chat=on`);
  });

  test('writes newer parameters from extraParams', () => {
    expect(buildRoomUrl(room, {}, { extraParams: { brandNew: 'a b', other: undefined } })).toBe(
      `${room}?brandNew=a%20b`,
    );
  });

  test('accepts values at their limits', () => {
    const groups = Array.from({ length: 20 }, (_, index) => `g${index}`);
    expect(
      parseRoomUrl(buildRoomUrl(room, { displayName: 'x'.repeat(100), externalId: 'y'.repeat(36), groups })).params,
    ).toEqual({
      displayName: 'x'.repeat(100),
      externalId: 'y'.repeat(36),
      groups,
    });
  });
});

describe('buildRoomUrl refuses', () => {
  test('all wrong values in one error that names each of them', () => {
    const issues = issuesOf(() =>
      buildRoomUrl(room, { chat: 'banana', minimal: 'yes', lang: 'xx', displayName: 'a<b' } as never),
    );
    expect(issues?.map(({ code, param, severity }) => [code, param, severity])).toEqual(
      ['chat', 'minimal', 'lang', 'displayName'].map((name) => ['INVALID_VALUE', name, 'error']),
    );
  });

  test.each<[string, ParamName, unknown]>([
    ['a name of 101 characters', 'displayName', 'x'.repeat(101)],
    ...[...'$!<>:;'].map((char): [string, ParamName, unknown] => [`a name with ${char}`, 'displayName', `a${char}`]),
    ['an identifier of 37 characters', 'externalId', 'x'.repeat(37)],
    ['an identifier with a blank', 'externalId', 'a b'],
    ['an identifier with an accent', 'externalId', 'é'],
    ['a picture over http', 'avatarUrl', 'http://a.example/p.png'],
    ['a picture with a query', 'avatarUrl', 'https://a.example/p.png?size=64'],
    ['a picture that is a script', 'avatarUrl', 'javascript:alert(1)'],
    ['a background that is no address', 'virtualBackgroundUrl', 'office.png'],
    ['21 groups', 'groups', Array.from({ length: 21 }, (_, index) => `g${index}`)],
    ['a group with a comma', 'groups', ['a,b']],
    ['a group without a name', 'groups', ['']],
    ['a number for a toggle', 'chat', 2],
    ['a word for a flag', 'minimal', 'perhaps'],
    ['a flag for a text', 'displayName', true],
    ['two texts for one', 'displayName', ['Ada', 'Grace']],
    ['a number that is none', 'externalId', NaN],
    ['an unknown language', 'lang', 'ja'],
    ['an object for a text', 'metadata', {}],
  ])('%s', (_what, name, value) => {
    expect(issuesOf(() => buildRoomUrl(room, { [name]: value }))).toEqual([
      expect.objectContaining({ code: 'INVALID_VALUE', param: name, severity: 'error' }),
    ]);
  });

  test('names that are reserved or unknown', () => {
    const codes = (given: object) => issuesOf(() => buildRoomUrl(room, given as never))?.map(({ code }) => code);
    expect(codes({ roomKey: 'x' })).toEqual(['RESERVED_PARAM']);
    expect(codes({ jsApi: 'true' })).toEqual(['RESERVED_PARAM']);
    for (const name of ['chatt', 'constructor', 'toString', 'hasOwnProperty'])
      expect(codes({ [name]: 'on' })).toEqual(['UNKNOWN_PARAM']);
  });

  test('extraParams that name a known or reserved parameter, or are not text', () => {
    const codes = (extraParams: object) =>
      issuesOf(() => buildRoomUrl(room, {}, { extraParams: extraParams as never }))?.map(({ code }) => code);
    expect(codes({ chat: 'on' })).toEqual(['RESERVED_PARAM']);
    expect(codes({ roomKey: 'x' })).toEqual(['RESERVED_PARAM']);
    expect(codes({ embed: '' })).toEqual(['RESERVED_PARAM']);
    expect(codes({ fine: 5 })).toEqual(['INVALID_VALUE']);
    expect(codes({ '': 'x' })).toHaveLength(1);
  });

  test.each([undefined, null, '', 0])('a missing room: %s', (given) => {
    expect(() => buildRoomUrl(given as never)).toThrow(expect.objectContaining({ code: 'ROOM_MISSING' }));
  });

  test.each([
    'demo',
    '/demo',
    'acme.whereby.com',
    'javascript:alert(1)//https://acme.whereby.com/x',
    'ftp://acme.whereby.com/x',
    'https://',
    'https://me:pw@acme.whereby.com/x',
    {},
    5,
  ])('a room that is not a whole http(s) URL: %s', (given) => {
    expect(() => buildRoomUrl(given as never)).toThrow(expect.objectContaining({ code: 'ROOM_INVALID' }));
  });

  test('wrong values without showing the key', () => {
    try {
      buildRoomUrl(hostRoom, { chat: 'banana' } as never);
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('eyJhbGciOi');
    }
  });
});
