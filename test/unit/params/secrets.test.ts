import fc from 'fast-check';
import { buildRoomUrl, checkParams, cspSnippet, explainProblem, parseRoomUrl, WherebyError } from 'react-whereby-embed';
import type { RoomParams } from 'react-whereby-embed';
import { buildRoomUrl as buildOnServer } from '../../../src/server/buildRoomUrl.js';
import { describe, expect, test } from 'vitest';
import { addressesAround } from '../../../scripts/fuzz/addressesAround.js';
import { explainAddress } from '../../../src/params/explainAddress.js';
import { planFrame } from '../../../src/embed/planFrame.js';
import { mayHoldSecret } from '../../../src/params/mayHoldSecret.js';

const secret = 'xyzzy42XYZZY';

/** All that an error would show on a console or in a log. */
const describeError = (error: unknown): string =>
  error instanceof Error ? [error.stack, JSON.stringify(error), describeError(error.cause)].join() : String(error);

const textOf = (call: () => unknown): string => {
  try {
    const value = call();
    return value instanceof WherebyError ? describeError(value) : JSON.stringify(value);
  } catch (error) {
    return describeError(error);
  }
};

/** Everything of the package that takes an address and returns or throws a text. */
const texts: Readonly<Record<string, (room: string) => unknown>> = {
  parseRoomUrl,
  checkParams: (room) =>
    checkParams({ chat: 'banana' as never, autoSpotlight: true }, { room, extraParams: { chat: 'x' } }),
  'the errors of buildRoomUrl': (room) => void buildRoomUrl(room, { chat: 'banana' } as never),
  'the errors of the server entry': (room) => void buildOnServer(room, { chat: 'banana' } as never),
  'the errors of the component': (room) => planFrame({ room, chat: 'banana' as never }).error,
  explainAddress: (room) => explainAddress(room),
  cspSnippet: (room) => cspSnippet(room),
  explainProblem: (room) =>
    explainProblem(planFrame({ room, allowedHosts: ['x.example'] }).error ?? new WherebyError('FRAME_BLOCKED', ''), {
      room,
    }),
};

describe('the key in an address, however it is written,', () => {
  test.each(Object.entries(texts))('is not in what comes from %s', (_name, call) => {
    fc.assert(
      fc.property(addressesAround(secret), (room) => {
        expect(textOf(() => call(room)).toLowerCase()).not.toContain(secret.toLowerCase());
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    `https://acme.whereby.com/demo?a?roomKey%3D${secret}`,
    `https://acme.whereby.com/demo?room\tKey=${secret}`,
    `https://acme.whereby.com/demo?next=https%3A%2F%2Facme.whereby.com%2Fdemo%3FroomKey%3D${secret}`,
    `https://acme.whereby.com/demo?ｒｏｏｍＫｅｙ=${secret}`,
    `https://acme.whereby.com/demo?t=eyJhbGciOiJIUzI1NiJ9.${secret}`,
    `https://acme.whereby.com/demo?roomKey&#x3D;${secret}`,
    `https:&#x2F;&#x2F;acme.whereby.com&#x2F;demo?roomKey&#x3D;${secret}`,
    `https://acme.whereby.com/demo roomKey ${secret}`,
    `https://acme.whereby.com/roomKey=${secret}`,
    `https://acme.whereby.com/roomKey/${secret}`,
    `https://acme.whereby.com&roomKey=${secret}/demo`,
    `https://acme.whereby.com/demo?x=${'%25'.repeat(12)}26roomKey=${secret}`,
  ])('is not shown of %s', (room) => {
    for (const [name, call] of Object.entries(texts))
      expect(
        textOf(() => call(room)),
        name,
      ).not.toContain(secret);
  });

  test('is not shown if an app gives it as the name of a parameter', () => {
    const issues = checkParams({ [`roomKey=${secret}`]: 'on' } as RoomParams, {
      extraParams: { [`a&b=${secret}`]: 5 as never },
    });
    expect(issues.map(({ code, param }) => [code, param])).toEqual([
      ['UNKNOWN_PARAM', ''],
      ['INVALID_VALUE', ''],
    ]);
    expect(JSON.stringify(issues)).not.toContain(secret);
  });
});

const words = [
  'key',
  'token',
  'secret',
  'passw',
  'pwd',
  'auth',
  'jwt',
  'bearer',
  'credential',
  'signature',
  'session',
  'otp',
  'code',
];

test.each([
  ...words,
  ...words.map((word) => `my_${word.toUpperCase()}s`),
  'eyJhbGciOiJ',
  'k-e-y',
  'k e y',
  'ｋｅｙ',
  'k%65y',
  'k%2565y',
  'k%0Aey',
  'k%E2%80%8Bey',
  `%${'25'.repeat(12)}`,
])('%j may hold a secret', (text) => {
  expect(mayHoldSecret(text)).toBe(true);
});

test.each(['utm_source', 'eyJhbGc', 'Ann Lee', 'https://x.example/?a=1', 'room', '100%', ''])(
  '%j holds no secret',
  (text) => {
    expect(mayHoldSecret(text)).toBe(false);
  },
);
