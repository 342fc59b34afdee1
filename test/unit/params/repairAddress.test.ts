import { buildRoomUrl, checkParams, parseRoomUrl } from 'react-whereby-embed';
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
