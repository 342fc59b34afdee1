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
    expect(codes('demo')).toEqual([['ROOM_INVALID', '']]);
  });
});
