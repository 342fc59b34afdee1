import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { explainAddress } from '../../../src/params/explainAddress.js';
import { findAddresses } from '../../../src/params/findAddresses.js';
import { buildRoomUrl } from '../../../src/params/buildRoomUrl.js';
import { anyParams } from '../../support/arbitraryParams.js';

const codes = (text: string) => explainAddress(text).problems.map(({ code }) => code);

describe('explainAddress', () => {
  it('reads host, room, role and parameters', () => {
    const { problems, ...read } = explainAddress('https://acme.whereby.com/demo?chat=on&minimal&groups=red,blue');
    expect(problems).toEqual([]);
    expect(read).toEqual({
      address: 'https://acme.whereby.com/demo?chat=on&minimal&groups=red,blue',
      host: 'acme.whereby.com',
      room: 'demo',
      hasRoomKey: false,
      params: { minimal: true, chat: true, groups: ['red', 'blue'] },
      entries: [
        { name: 'minimal', text: '' },
        { name: 'chat', text: 'on' },
        { name: 'groups', text: 'red,blue' },
      ],
      unknown: {},
    });
  });

  test.each([
    ['prose', 'Hi! Join at https://acme.whereby.com/demo?chat=off. See you'],
    ['brackets', 'the lesson (https://acme.whereby.com/demo?chat=off)'],
    ['HTML', '<iframe src="https://acme.whereby.com/demo?chat=off" allow="camera"></iframe>'],
    ['JSX', "<WherebyEmbed room='https://acme.whereby.com/demo?chat=off' />"],
    ['Markdown', '[join](https://acme.whereby.com/demo?chat=off)'],
    ['JSON', '{"roomUrl":"https://acme.whereby.com/demo?chat=off"}'],
    ['a mail that broke the line', 'Join:\nhttps://acme.whereby.com/demo?\n  chat=off\nThanks'],
    ['no scheme', 'acme.whereby.com/demo?chat=off'],
    ['escaped HTML', 'https://acme.whereby.com/demo?chat=off&amp;'],
  ])('finds the address in %s', (_, text) => {
    const { host, room, params } = explainAddress(text);
    expect({ host, room, params }).toEqual({ host: 'acme.whereby.com', room: 'demo', params: { chat: false } });
  });

  it('says how many addresses there are and reads the first', () => {
    const { room, problems } = explainAddress('https://a.whereby.com/one and https://b.whereby.com/two');
    expect(room).toBe('one');
    expect(problems[0]?.message).toBe('The text has 2 addresses. This is the first of them.');
  });

  test.each([
    ['', 'ROOM_MISSING'],
    ['see you tomorrow at 10/11', 'ROOM_INVALID'],
    ['javascript:alert(1)', 'ROOM_INVALID'],
    ['<script>alert(1)</script>', 'ROOM_INVALID'],
    ['https://zoom.us/j/123?pwd=abc', 'ROOM_HOST_REFUSED'],
    ['https://whereby.com/demo', 'ROOM_HOST_REFUSED'],
    ['x'.repeat(10_001), 'ROOM_INVALID'],
  ])('says what is wrong with %#: %.40s', (text, code) => {
    expect(codes(text)).toContain(code);
    for (const { message, cure } of explainAddress(text).problems) expect(message && cure).toBeTruthy();
  });

  const copy = 'Copy the whole address of a room, such as https://acme.whereby.com/demo.';

  test.each<[string, string, string, string]>([
    ['', 'ROOM_MISSING', 'There is no text.', copy],
    ['  \n', 'ROOM_MISSING', 'There is no text.', copy],
    ['see you tomorrow', 'ROOM_INVALID', 'There is no address of a room in this text.', copy],
    [
      'x'.repeat(10_001),
      'ROOM_INVALID',
      'The text has 10,001 characters, more than any address.',
      'Paste the address alone.',
    ],
  ])('says what to do about a text without an address: %.20j', (text, code, message, cure) => {
    expect(explainAddress(text)).toEqual({
      address: '',
      host: '',
      room: '',
      hasRoomKey: false,
      params: {},
      entries: [],
      unknown: {},
      problems: [{ code, severity: 'error', param: '', message, cure }],
    });
  });

  it('looks through texts of up to 10,000 characters', () => {
    const text = `https://acme.whereby.com/demo ${' '.repeat(9970)}`;
    expect(text).toHaveLength(10_000);
    expect(explainAddress(text).room).toBe('demo');
  });

  it('says which host is refused, and how an app allows it', () => {
    const address = 'https://meet.example.com:8443/demo';
    expect(explainAddress(address).problems).toEqual([
      {
        code: 'ROOM_HOST_REFUSED',
        severity: 'error',
        param: '',
        message: 'meet.example.com:8443 is not the host of a Whereby organisation.',
        cure: expect.stringMatching(/https:\/\/acme\.whereby\.com\/demo.*allowedHosts\.$/) as string,
      },
    ]);
    expect(explainAddress(address, ['meet.example.com']).problems).toEqual([]);
  });

  it('says that an address names no room', () => {
    expect(explainAddress('https://acme.whereby.com/').problems).toMatchObject([
      { code: 'ROOM_INVALID', severity: 'error', message: 'The address names no room.', cure: copy },
    ]);
  });

  it('warns of further addresses, but not of the same one again', () => {
    const one = 'https://a.whereby.com/one';
    expect(explainAddress(`${one} or ${one}`).problems).toEqual([]);
    expect(explainAddress(`${one} or https://b.whereby.com/two`).problems).toEqual([
      {
        code: 'ROOM_INVALID',
        severity: 'warning',
        param: '',
        message: 'The text has 2 addresses. This is the first of them.',
        cure: 'Paste one address to read another.',
      },
    ]);
  });

  it('warns of what is no parameter', () => {
    const { problems, unknown } = explainAddress('https://acme.whereby.com/demo?utm=1');
    expect(unknown).toEqual({ utm: '1' });
    expect(problems).toMatchObject([
      { code: 'UNKNOWN_PARAM', severity: 'warning', param: 'utm', message: 'utm is no parameter of a room' },
    ]);
  });

  test.each([
    ['chat=on&roomKey=abc&minimal', 'chat=on&minimal'],
    ['chat=maybe', 'chat=maybe'],
    ['chat=token', ''],
    ['embed=on', 'embed=on'],
    ['utm=1&=2', 'utm=1'],
    ['utm=secret', ''],
    ['token=1', ''],
    ['jsApi=true&we=1', ''],
    ['displayName=my%20password', 'displayName=my%20password'],
    ['', ''],
  ])('shows of the query %j what is no secret', (query, shown) => {
    const { address } = explainAddress(`https://acme.whereby.com/demo?${query}`);
    expect(address).toBe(`https://acme.whereby.com/demo${shown && `?${shown}`}`);
  });

  test.each<[string, string[]]>([
    ['//acme.whereby.com/a', ['//acme.whereby.com/a']],
    ['http://localhost:4000/a and localhost/b', ['http://localhost:4000/a']],
    ['HTTPS://ACME.whereby.com/a', ['HTTPS://ACME.whereby.com/a']],
    ['and/or, 10/11, a.b/c', ['a.b/c']],
    [
      'https://acme.whereby.com/a), https://acme.whereby.com/b!?… https://acme.whereby.com/c*',
      ['https://acme.whereby.com/a', 'https://acme.whereby.com/b', 'https://acme.whereby.com/c'],
    ],
    ['https://acme.whereby.com/a?b=1\n&c=2', ['https://acme.whereby.com/a?b=1&c=2']],
    ['https://acme.whereby.com/a?b=1\n?c=2', ['https://acme.whereby.com/a?b=1?c=2']],
    ['https://acme.whereby.com/a?b=\r\n  1', ['https://acme.whereby.com/a?b=1']],
    ['https://acme.whereby.com/a?b=1,\n2', ['https://acme.whereby.com/a?b=1,2']],
    ['https://acme.whereby.com/a?b=1 \n next', ['https://acme.whereby.com/a?b=1']],
    ['https://acme.whereby.com/a\nnext.example/b', ['https://acme.whereby.com/a', 'next.example/b']],
    ['https://acme.whereby.com/a?b=1&AMP;c=2&#38;d=3', ['https://acme.whereby.com/a?b=1&c=2&d=3']],
    ['https://bücher.example/a', ['https://bücher.example/a']],
    ['https://acme.whereby.com:8443/a{b}', ['https://acme.whereby.com:8443/a']],
  ])('finds in %j the addresses %j', (text, addresses) => {
    expect(findAddresses(text)).toEqual(addresses);
  });

  it('gives a cure with every problem of a parameter', () => {
    const { problems } = explainAddress(
      'https://acme.whereby.com/demo?chat=maybe&autoHideSelfView&autoSpotlight&nope=1',
    );
    expect(problems.map(({ code, param }) => `${code} ${param}`)).toEqual([
      'INVALID_VALUE chat',
      'REQUIRES autoHideSelfView',
      'HOST_ONLY autoSpotlight',
      'UNKNOWN_PARAM nope',
    ]);
    for (const { cure } of problems) expect(cure).toMatch(/\.$/);
  });

  it('never returns a key, however it is written', () => {
    for (const query of [
      'roomKey=s3cret',
      'chat=off&roomKey=s3cret',
      'room%4bey=s3cret',
      'chat=off?roomKey=s3cret',
      'token=s3cret',
      'displayName=Ada%26roomKey%3Ds3cret',
      'groups=red,roomKey=s3cret',
    ])
      expect(JSON.stringify(explainAddress(`see https://acme.whereby.com/demo?${query}`))).not.toContain('s3cret');
    expect(explainAddress('https://acme.whereby.com/demo?roomKey=s3cret').hasRoomKey).toBe(true);
  });

  it('says that a parameter may hold a key, because the "&" before it was encoded', () => {
    const { params, entries, address, problems } = explainAddress(
      'https://acme.whereby.com/demo?minimal&displayName=Ada%26roomKey%3Ds3cret',
    );
    expect({ params, entries, address }).toEqual({
      params: { minimal: true },
      entries: [{ name: 'minimal', text: '' }],
      address: 'https://acme.whereby.com/demo?minimal',
    });
    expect(problems.map(({ code, severity, param }) => [code, severity, param])).toEqual([
      ['INVALID_VALUE', 'warning', 'displayName'],
    ]);
  });

  it('reads what buildRoomUrl writes, with any text around it', () => {
    fc.assert(
      fc.property(anyParams, fc.constantFrom('', 'Join: ', '"', '('), (params, before) => {
        const url = buildRoomUrl('https://acme.whereby.com/demo', params);
        expect(explainAddress(before + url).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        explainAddress(text);
        explainAddress(`https://acme.whereby.com/${text}`);
      }),
      { numRuns: 200 },
    );
  });
});
