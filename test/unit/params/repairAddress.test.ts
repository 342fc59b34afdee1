import { buildRoomUrl, checkParams, parseRoomUrl } from 'react-whereby-embed';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressExamples } from '../../../scripts/generate/addressExamples.js';
import { planFrame } from '../../../src/embed/planFrame.js';
import { repairAddress } from '../../../src/params/repairAddress.js';

const room = 'https://acme.whereby.com/demo';

describe('a room address as people give it', () => {
  test.each(addressExamples)(
    '%s: is framed as it should be, repaired with an issue, or refused with the cure',
    (_what, address) => {
      const { url, error } = planFrame({ room: address });
      if (!url) {
        expect(error?.code).toMatch(/^ROOM_/);
        expect(error?.message).toMatch(/Pass the whole|https:\/\/|allowedHosts/);
        return;
      }
      expect(url).toMatch(/^https:\/\/acme\.whereby\.com\/demo(\?|$)/);
      const parsed = parseRoomUrl(address);
      expect(parsed).toMatchObject({ subdomain: 'acme', roomName: '/demo', unknown: {} });
      // The URL object and the parser of the browser write these in the same way without a word.
      const isChanged = !url.startsWith(
        String(address).replace(/^https:\/\/[^/]+/, (origin) => origin.toLowerCase().replace(':443', '')),
      );
      expect(parsed.issues.map(({ severity }) => severity)).toEqual(isChanged ? ['warning'] : []);
      expect(checkParams({}, { room: address })).toEqual(parsed.issues);
      expect(error?.issues ?? []).toEqual(parsed.issues);
      expect(buildRoomUrl(address)).toMatch(/^https:\/\/acme\.whereby\.com\/demo(\?[\w=&]+)?$/);
    },
  );

  test.each([
    [`${room}?roomKey=ab\n  c&mini\nmal`, `${room}?roomKey=abc&minimal`],
    [`${room}?roomKey=abc&amp;minimal`, `${room}?roomKey=abc&minimal`],
    [`${room}?roomKey=abc&amp;amp;minimal`, `${room}?roomKey=abc&minimal`],
    [`${room}?roomKey=abc?minimal?chat=off`, `${room}?roomKey=abc&minimal&chat=off`],
    [`${room}?chat=on?roomKey=abc`, `${room}?chat=on&roomKey=abc`],
    [`${room}?chat=on;people=off`, `${room}?chat=on&people=off`],
    [`"${room}?displayName=Dr."`, `${room}?displayName=Dr`],
    [`${room}?chat=on.`, `${room}?chat=on`],
    [`<${room}|Join | now>`, room],
    [`<${room}?roomKey=abc|Join>`, `${room}?roomKey=abc`],
    ['https://acme\\.whereby\\.com/de\\-mo\\_1', 'https://acme.whereby.com/de-mo_1'],
    [`${room}///`, room],
    [`${room}??chat=on`, `${room}?chat=on`],
    [`${room}?;&?chat=on`, `${room}?chat=on`],
    [`&lt;${room}?roomKey&#61;abc&gt;.`, `${room}?roomKey=abc`],
    [`${room}&nbsp;`, room],
    [`《${room}》。`, room],
    [`${room}؟`, room],
    [`https://acme.whereby.com/\u200fdemo`, room],
    ['http://acme.whereby.com:80/demo', room],
  ])('%j becomes %s', (given, expected) => {
    expect(buildRoomUrl(given)).toBe(expected);
  });

  test('an address of a room and any separators stays as it was built', () => {
    const separators = fc.string({ unit: fc.constantFrom(...'?&;#=a') });
    fc.assert(
      fc.property(fc.constantFrom(...'?&;#'), separators, (first, rest) => {
        const text = first + rest;
        const built = buildRoomUrl(room + text, { chat: false });
        expect(buildRoomUrl(built, { chat: false })).toBe(built);
        expect(new URL(built).pathname).toBe(parseRoomUrl(room + text).roomName);
      }),
    );
  });

  const whats = {
    space: 'white space around it',
    lines: 'line ends in it',
    invisible: 'invisible characters in it',
    quotes: 'quotation marks or brackets around it',
    amp: '&amp; for &, or other characters as HTML has them',
    scheme: 'no https:// at its start',
    http: 'http:// for https://',
    query: 'a query that begins with &, ; or a second ?',
    end: 'punctuation at its end',
    slashes: 'too many slashes',
  };

  test.each<[string, (keyof typeof whats)[], string?]>([
    [` ${room}`, ['space']],
    [`${room}\u00a0\u200b`, ['space']],
    [`\u0000\ufeff${room}`, ['space']],
    [`\n\n${room}\n\n`, ['space']],
    ['https://acme.where\r\n   by.com/demo', ['lines']],
    ['https://acme.\twhereby.com/demo', ['lines']],
    ['https://acme.where\u00adby.com/demo', ['invisible']],
    ['https://acme.\u202ewhereby\u2060.com/de\u2066mo', ['invisible']],
    [`"${room}"`, ['quotes']],
    [`«${room}»,`, ['quotes']],
    [`[(${room})].`, ['quotes']],
    [`${room}?roomKey=a&amp;minimal`, ['amp'], `${room}?roomKey=a&minimal`],
    [`${room}?roomKey=a&#038;minimal`, ['amp'], `${room}?roomKey=a&minimal`],
    [`${room}?roomKey=a&#X26;minimal`, ['amp'], `${room}?roomKey=a&minimal`],
    [`${room}?roomKey=a&amp;#38;minimal`, ['amp'], `${room}?roomKey=a&minimal`],
    ['acme.whereby.com/demo', ['scheme']],
    ['//acme.whereby.com/demo', ['scheme']],
    ['acme.whereby.com:443/demo', ['scheme'], 'https://acme.whereby.com:443/demo'],
    ['http://acme.whereby.com/demo', ['http']],
    ['HTTP://acme.whereby.com:80/demo', ['http'], room],
    ['http://acme.whereby.com:80/demo?chat=on', ['http'], `${room}?chat=on`],
    [`${room}&minimal`, ['query'], `${room}?minimal`],
    [`${room};minimal`, ['query'], `${room}?minimal`],
    [`${room}&`, ['query']],
    [`${room}?;&`, ['query']],
    [`${room}?;#a`, ['query'], `${room}#a`],
    [`${room}?chat=on.`, ['end'], `${room}?chat=on`],
    [`${room}?chat=off!?`, ['end'], `${room}?chat=off`],
    [`${room}?roomKey=a.b…`, ['end'], `${room}?roomKey=a.b`],
    [`${room}?minimal;`, ['end'], `${room}?minimal`],
    [`${room}.)`, ['end']],
    [' "http://acme.whereby.com/de\nmo." ', ['space', 'lines', 'quotes', 'http']],
  ])('%j had %j', (given, expected, text = room) => {
    const what = expected.map((name) => whats[name]);
    expect(repairAddress(given)).toEqual({ text, repaired: what });
    expect(parseRoomUrl(given).issues[0]).toEqual({
      code: 'ROOM_REPAIRED',
      severity: 'warning',
      param: '',
      message: `The room URL was repaired: it had ${what.join(', ')}`,
    });
  });

  test.each([`${room}/`, `${room}///`, 'https://acme.whereby.com//demo', 'https://acme.whereby.com//demo//'])(
    '%s had too many slashes',
    (given) => {
      expect(parseRoomUrl(given)).toMatchObject({
        roomName: '/demo',
        issues: [{ message: `The room URL was repaired: it had ${whats.slashes}` }],
      });
    },
  );

  test.each([
    'http://meet.example.com/demo',
    'http://acme.whereby.com:8080/demo',
    'http://acme.whereby.com.evil.example/demo',
    'http://evilwhereby.com/demo',
    'demo/room',
    'mailto:ada@acme.whereby.com',
    'https://x.example/http://acme.whereby.com/demo',
    `${room}#a&b`,
    `${room}?metadata=a&ampere=1`,
    `${room}?displayName=Ada%20(she)`,
    `${room}?next=a.`,
    `${room}?displayName=\u200dAda`,
  ])('%s needs no repair, or none that is sure', (given) => {
    expect(repairAddress(given)).toEqual({ text: given, repaired: [] });
  });

  test.each([
    'https://acme.whereby.com/my room',
    'https://acme.whereby.com/my%20room',
    'https://acme.whereby.com/de\u00a0mo',
    'https://acme.whereby.com/<room>',
    'https://acme.whereby.com/[room]',
    'https://acme.whereby.com/[object Object]',
    'https://acme.whereby.com/%',
    `${room},${room}`,
    `${room}${room}`,
    `[demo](${room})`,
  ])('%s is refused', (given) => {
    expect(planFrame({ room: given }).error?.code).toBe('ROOM_INVALID');
    expect(parseRoomUrl(given).issues.map(({ code }) => code)).toEqual(['ROOM_INVALID']);
  });

  test('is refused where a state library has made a proxy of a URL object, whose address nobody can read', () => {
    const given = new Proxy(new URL(room), {});
    expect(planFrame({ room: given }).error?.code).toBe('ROOM_INVALID');
    expect(parseRoomUrl(given).issues.map(({ code }) => code)).toEqual(['ROOM_INVALID']);
  });

  test.each([
    `${room}?displayName=Dr.`,
    `${room}?displayName=Ada%20(she)`,
    `${room}?metadata=who?;really`,
    `${room}?virtualBackgroundUrl=https://pictures.example/p?lang=de`,
    `${room}?next=https://app.example/?minimal=1;chat=2`,
    `${room}?displayName=\u200fعائشة`,
    'http://localhost:4000/demo',
    'https://acme.whereby.com/møterom',
    `${room}?displayName=😀`,
    room,
    `${room}?roomKey=eyJ.a-b_c%2Bd==`,
  ])('%s is left as it is', (given) => {
    expect(repairAddress(given)).toEqual({ text: given, repaired: [] });
    expect(parseRoomUrl(given).issues).toEqual([]);
    expect(buildRoomUrl(given)).toBe(given.replace('ø', '%C3%B8'));
  });
});
