import fc from 'fast-check';
import { parseRoomUrl } from 'react-whereby-embed';
import { describe, expect, test } from 'vitest';

const codes = (url: string) => parseRoomUrl(url).issues.map(({ code, param }) => [code, param]);

describe('parseRoomUrl', () => {
  test('returns the parts of a room URL', () => {
    expect(parseRoomUrl('https://acme.whereby.com/demo?roomKey=secret&minimal&chat=on&utm=1+2')).toEqual({
      origin: 'https://acme.whereby.com',
      subdomain: 'acme',
      roomName: '/demo',
      hasRoomKey: true,
      params: { minimal: true, chat: true },
      unknown: { utm: '1 2' },
      issues: [],
    });
  });

  test('reads both names of minimal', () => {
    for (const query of ['minimal', 'embed', 'embed=', 'embed=on', 'embed=true', 'minimal=true'])
      expect(parseRoomUrl(`https://acme.whereby.com/demo?${query}`).params).toEqual({ minimal: true });
  });

  test('never shows the key', () => {
    expect(
      JSON.stringify(parseRoomUrl('https://acme.whereby.com/demo?roomKey=xyzzy?ret&roomKey=xyzzy2')),
    ).not.toContain('xyzzy');
  });

  test('reports a second question mark', () => {
    expect(codes('https://acme.whereby.com/demo?roomKey=abc?minimal')).toEqual([['SECOND_QUESTION_MARK', 'roomKey']]);
  });

  test('reports a repeated key and takes the first', () => {
    const parsed = parseRoomUrl('https://acme.whereby.com/demo?chat=on&chat=off');
    expect(parsed.params).toEqual({ chat: true });
    expect(parsed.issues.map(({ code }) => code)).toEqual(['DUPLICATE_PARAM']);
  });

  test('reports values that a parameter does not take', () => {
    expect(codes('https://acme.whereby.com/demo?chat=banana&lang=ja&externalId=a%20b&minimal=perhaps')).toEqual([
      ['INVALID_VALUE', 'chat'],
      ['INVALID_VALUE', 'lang'],
      ['INVALID_VALUE', 'externalId'],
      ['INVALID_VALUE', 'minimal'],
    ]);
  });

  test('does not mistake names of Object.prototype for parameters', () => {
    const { unknown, params } = parseRoomUrl('https://acme.whereby.com/demo?__proto__=1&constructor=2');
    expect(Object.entries(unknown)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
    expect(params).toEqual({});
  });

  test('never throws on a string', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.webUrl(),
          fc.string().map((text) => `https://acme.whereby.com/demo?${text}`),
        ),
        (text) => {
          expect(parseRoomUrl(text)).toHaveProperty('issues');
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('reports a text that is not a URL', () => {
    expect(parseRoomUrl('demo')).toEqual({
      origin: '',
      subdomain: '',
      roomName: '',
      hasRoomKey: false,
      params: {},
      unknown: {},
      issues: [
        {
          code: 'ROOM_INVALID',
          severity: 'error',
          param: '',
          message: 'The text is not a whole room URL such as https://acme.whereby.com/demo',
        },
      ],
    });
  });

  test('says what is wrong, and how bad it is', () => {
    const messages = (query: string) =>
      parseRoomUrl(`https://acme.whereby.com/demo?${query}`).issues.map(({ severity, message }) => [severity, message]);
    expect(messages('chat=on&chat=off')).toEqual([['warning', 'chat is in the URL more than once: the first counts']]);
    expect(messages('token=1&token=2')).toEqual([
      ['warning', 'A parameter is in the URL more than once: the first counts'],
    ]);
    expect(messages('embed&embed')).toEqual([['warning', 'minimal is in the URL more than once: the first counts']]);
    expect(messages('utm=1&utm=2')).toEqual([['warning', 'utm is in the URL more than once: the first counts']]);
    expect(messages('chat=2')).toEqual([['error', 'chat takes on or off']]);
    expect(messages('roomKey=abc?minimal')).toEqual([['warning', 'roomKey has a "?" or ";" after it: read as "&"']]);
  });

  test('reads the first of two names of a parameter', () => {
    expect(parseRoomUrl('https://acme.whereby.com/demo?embed=off&minimal').params).toEqual({ minimal: false });
    expect(parseRoomUrl('https://acme.whereby.com/demo?minimal&embed=off').params).toEqual({ minimal: true });
  });

  test.each([
    ['utm=1', { utm: '1' }],
    ['=1', { '': '1' }],
    ['utm=token', {}],
    ['token=1', {}],
    ['we=1&jsApi=true&iframeSource=acme', {}],
  ])('returns of %s what is unknown and no secret', (query, unknown) => {
    expect(parseRoomUrl(`https://acme.whereby.com/demo?${query}`).unknown).toEqual(unknown);
  });

  test.each([
    ['https://acme.whereby.com/demo', 'acme'],
    ['http://acme.localhost:4000/demo', 'acme'],
    ['https://whereby.com/demo', ''],
    ['https://team.acme.whereby.com/demo', ''],
    ['https://acme.whereby.com.evil.example/demo', ''],
    ['https://meet.example.com/demo', ''],
    ['http://localhost:4000/demo', ''],
  ])('finds in %s the subdomain %j', (url, subdomain) => {
    expect(parseRoomUrl(url).subdomain).toBe(subdomain);
  });

  test.each([
    'ftp://acme.whereby.com/demo',
    'https://ada@acme.whereby.com/demo',
    'https://:pw@acme.whereby.com/demo',
    'https://acme.whereby.com/a=b',
    'https://acme.whereby.com/a%26b',
    'https://acme.whereby.com/a%3Bb',
    'https://acme.whereby.com/a%3db',
    'https://acme.whereby.com/a%3fb',
    'https://acme.whereby.com/a%2525',
    'https://acme.whereby.com/room_key/abc',
    'https://acme.whereby.com/ROOMKEY',
    'xhttps://acme.whereby.com/demo',
  ])('takes %s for no room URL', (url) => {
    expect(codes(url)).toEqual([['ROOM_INVALID', '']]);
  });

  test('takes a URL object of any realm, and nothing else that has an address', () => {
    expect(parseRoomUrl({ href: 'https://acme.whereby.com/demo' } as URL).roomName).toBe('/demo');
    for (const given of [{ href: 7 }, {}, null, undefined, 7])
      expect(codes(given as never)).toEqual([['ROOM_INVALID', '']]);
  });
});
