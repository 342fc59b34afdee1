import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { buildRoomUrl, signMetadata, verifyMetadata, WherebyError } from 'react-whereby-embed/server';
import type { MetadataEvent, SignMetadataOptions } from 'react-whereby-embed/server';

const key = 'metadata-key-for-tests-5501';
const joinedAt = '2025-02-03T08:00:00.000Z';
const expiresAt = '2025-02-03T09:00:00.000Z';
const usual: SignMetadataOptions = {
  key,
  externalId: 'pupil-17',
  meetingId: '9042',
  roomName: 'physics',
  expiresAt,
  value: 'class 7b',
  now: () => Date.parse(joinedAt),
};

const createEvent = (
  metadata: string | null,
  data: Partial<MetadataEvent['data']> = {},
  createdAt = joinedAt,
): MetadataEvent => ({
  createdAt,
  data: { metadata, externalId: 'pupil-17', meetingId: '9042', roomName: '/physics', ...data },
});

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: unknown) => (error instanceof WherebyError ? error.code : `not a WherebyError: ${String(error)}`),
  );

const messageOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: unknown) => String(error),
  );

const encode = (payload: string | Uint8Array) => Buffer.from(payload).toString('base64url');

/** A text with the signature of the key, whatever is in it. */
const signText = (payload: string | Uint8Array) => {
  const signed = `wm1.${encode(payload)}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
};

test('verifyMetadata returns what signMetadata signed', async () => {
  const metadata = await signMetadata(usual);
  expect(await verifyMetadata({ event: createEvent(metadata), key })).toEqual({
    value: 'class 7b',
    externalId: 'pupil-17',
    expiresAt,
    format: 'signed',
  });
});

test('signMetadata writes the documented form', async () => {
  const metadata = await signMetadata(usual);
  const payload = Buffer.from(metadata.split('.')[1]!, 'base64url').toString();
  expect(metadata).toBe(signText(payload));
  expect(JSON.parse(payload)).toEqual({
    m: '9042',
    r: '/physics',
    x: 'pupil-17',
    e: Date.parse(expiresAt),
    v: 'class 7b',
    n: expect.stringMatching(/^[a-z\d]{1,8}$/) as string,
  });
});

test('signMetadata leaves out what is not given, which verifyMetadata returns as empty', async () => {
  const metadata = await signMetadata({ key, externalId: 'pupil-17', roomName: 'physics', expiresAt, now: usual.now });
  expect(Object.keys(JSON.parse(Buffer.from(metadata.split('.')[1]!, 'base64url').toString()) as object)).toEqual([
    'r',
    'x',
    'e',
    'n',
  ]);
  expect((await verifyMetadata({ event: createEvent(metadata), key })).value).toBe('');
});

test('signMetadata signs values until the text has 1,500 characters', async () => {
  // Or one text in thousands would be shorter by a character.
  const random = vi.spyOn(Math, 'random').mockReturnValue(0.123456789);
  const lengths = await Promise.all(
    Array.from({ length: 30 }, async (_, index) => {
      const text = await signMetadata({ ...usual, value: 'x'.repeat(980 + index) }).catch(() => '');
      return text.length;
    }),
  );
  random.mockRestore();
  expect(lengths).toContain(0);
  expect(Math.max(...lengths)).toBe(1500);
});

test('signMetadata makes a text that needs no escaping in a URL', async () => {
  const metadata = await signMetadata({ ...usual, value: '{"ø":"☃ & ?"}' });
  expect(metadata).toMatch(/^wm1\.[\w-]+\.[\w-]+$/);
  expect(buildRoomUrl('https://acme.whereby.com/physics', { metadata })).toContain(`metadata=${metadata}`);
});

test('verifyMetadata returns any value unchanged, and refuses a text with one character changed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(), async (value, at) => {
      const metadata = await signMetadata({ ...usual, value });
      expect((await verifyMetadata({ event: createEvent(metadata), key })).value).toBe(value);
      const place = at % metadata.length;
      const other = metadata[place] === 'A' ? 'B' : 'A';
      const changed = metadata.slice(0, place) + other + metadata.slice(place + 1);
      expect(await outcome(verifyMetadata({ event: createEvent(changed), key }))).toMatch(
        /^METADATA_(SIGNATURE|MALFORMED)$/,
      );
    }),
    { numRuns: 300 },
  );
});

describe('verifyMetadata refuses a text', () => {
  test.each([
    ['copied by another attendee', { externalId: 'pupil-18' }, '`externalId`'],
    ['used by someone without an externalId', { externalId: null }, '`externalId`'],
    ['in another meeting', { meetingId: '9043' }, 'meeting'],
    ['in another room', { roomName: '/chemistry' }, 'room'],
    ['in an event that names neither', { meetingId: undefined, roomName: undefined }, 'meeting'],
  ])('%s', async (_, data, owner) => {
    const event = createEvent(await signMetadata(usual), data);
    expect(await outcome(verifyMetadata({ event, key }))).toBe('METADATA_FOREIGN');
    expect(await messageOf(verifyMetadata({ event, key }))).toContain(`signed for another ${owner}.`);
  });

  test('that is for a meeting without a name, in an event that names neither', async () => {
    const metadata = await signMetadata({ ...usual, roomName: undefined });
    const event = createEvent(metadata, { meetingId: undefined, roomName: undefined });
    expect(await outcome(verifyMetadata({ event, key }))).toBe('METADATA_FOREIGN');
    expect(await outcome(verifyMetadata({ event: createEvent(metadata), key }))).toBe('ok');
  });

  test('that is for a room alone, in no event of that room', async () => {
    const metadata = await signMetadata({ ...usual, meetingId: undefined });
    expect(await outcome(verifyMetadata({ event: createEvent(metadata), key }))).toBe('ok');
    const event = createEvent(metadata, { roomName: '/chemistry' });
    expect(await outcome(verifyMetadata({ event, key }))).toBe('METADATA_FOREIGN');
  });

  const usualPayload = { x: 'pupil-17', r: '/physics', e: Date.parse(expiresAt) };

  test.each<[string, string | Uint8Array]>([
    ['no JSON', '{"x"'],
    ['no object', '7'],
    ['nothing', 'null'],
    [
      'bytes that are no text',
      Buffer.concat([Buffer.from('{"x":"pupil-17","r":"/physics","e":9e12,"v":"'), Buffer.of(0xff), Buffer.from('"}')]),
    ],
    ...(
      [
        { x: 17 },
        { x: undefined },
        { e: expiresAt },
        { e: undefined },
        { m: 9042 },
        { r: ['/physics'] },
        { v: {} },
        { v: null },
      ] as const
    ).map((wrong): [string, string] => [JSON.stringify(wrong), JSON.stringify({ ...usualPayload, ...wrong })]),
  ])('that is signed and contains %s', async (_, payload) => {
    const verified = verifyMetadata({ event: createEvent(signText(payload)), key });
    expect(await messageOf(verified)).toMatch(
      /METADATA_MALFORMED.*contains something that this version does not write/,
    );
    expect(await outcome(verifyMetadata({ event: createEvent(signText(JSON.stringify(usualPayload))), key }))).toBe(
      'ok',
    );
  });

  test('after its expiry, at the time of the event and not of its delivery', async () => {
    const metadata = await signMetadata(usual);
    const late = createEvent(metadata, {}, '2025-02-03T09:00:00.001Z');
    expect(await outcome(verifyMetadata({ event: createEvent(metadata, {}, expiresAt), key }))).toBe('ok');
    expect(await outcome(verifyMetadata({ event: late, key }))).toBe('METADATA_EXPIRED');
    expect(await messageOf(verifyMetadata({ event: late, key }))).toContain(`it was valid until ${expiresAt}`);
    expect(await outcome(verifyMetadata({ event: late, key, at: joinedAt }))).toBe('ok');
    expect(await outcome(verifyMetadata({ event: createEvent(metadata, {}, 'never'), key }))).toBe('METADATA_EXPIRED');
  });

  test.each([null, '', undefined])('that is %j', async (metadata) => {
    expect(await outcome(verifyMetadata({ event: createEvent(metadata as null), key }))).toBe('METADATA_MISSING');
  });

  test.each<[unknown, string]>([
    ['hello', 'does not start with wm1.'],
    ['hello wm2.a.b', 'does not start with wm1.'],
    ['wmx.a.b', 'does not start with wm1.'],
    ['wm2.a.b', 'has a version that this package does not know'],
    ['wm12.a.b', 'has a version that this package does not know'],
    ['wm1.', 'was cut or has too many parts'],
    ['wm1.a', 'was cut or has too many parts'],
    ['wm1..', 'was cut or has too many parts'],
    ['wm1.a.b.c', 'was cut or has too many parts'],
    ['wm1.%.a', 'was cut or has too many parts'],
    [`${signText('{}')}.more`, 'was cut or has too many parts'],
    [7, 'is not a string'],
  ])('that is %j', async (metadata, problem) => {
    const event = createEvent(metadata as string);
    expect(await messageOf(verifyMetadata({ event, key }))).toMatch(/METADATA_MALFORMED/);
    expect(await messageOf(verifyMetadata({ event, key }))).toContain(`The metadata of the event ${problem}`);
  });
});

test('signMetadata signs with the first key, and verifyMetadata accepts all', async () => {
  const old = await signMetadata({ ...usual, key: 'old' });
  const fresh = await signMetadata({ ...usual, key: ['new', 'old'] });
  expect(await outcome(verifyMetadata({ event: createEvent(old), key: ['new', 'old'] }))).toBe('ok');
  expect(await outcome(verifyMetadata({ event: createEvent(fresh), key: 'new' }))).toBe('ok');
  expect(await outcome(verifyMetadata({ event: createEvent(old), key: 'new' }))).toBe('METADATA_SIGNATURE');
});

test('verifyMetadata accepts an event without meetingId by its room', async () => {
  const metadata = await signMetadata(usual);
  expect(await outcome(verifyMetadata({ event: createEvent(metadata, { meetingId: undefined }), key }))).toBe('ok');
});

test.each<[string, Partial<Record<keyof SignMetadataOptions, unknown>>, string | RegExp]>([
  ['an empty key', { key: '' }, 'METADATA_KEY_MISSING'],
  ['no key', { key: undefined }, 'METADATA_KEY_MISSING'],
  ['one empty key of two', { key: ['a', ''] }, 'METADATA_KEY_MISSING'],
  ['no person', { externalId: '' }, '`externalId` must have 1 to 36 characters'],
  ['a person that the room does not accept', { externalId: 'a b' }, 'out of A-Z a-z 0-9 - and _'],
  ['a person that is a number', { externalId: 17 }, '`externalId` must have'],
  ['no room and no meeting', { meetingId: undefined, roomName: undefined }, '`meetingId` or `roomName` is missing'],
  ['no expiry', { expiresAt: 'soon' }, '`expiresAt` must be a Date, an ISO 8601 string or milliseconds'],
  ['an expiry in seconds', { expiresAt: Date.parse(expiresAt) / 1000 }, 'must be in milliseconds'],
  ['an expiry in seconds and parts', { expiresAt: Date.parse(expiresAt) / 1000 + 0.25 }, 'must be in milliseconds'],
  ['an expiry in seconds as text', { expiresAt: String(Date.parse(expiresAt) / 1000) }, 'this is in seconds'],
  ['an expiry in the past', { expiresAt: '2025-02-03T07:59:59.999Z' }, '`expiresAt` is in the past'],
  ['an expiry at this moment', { expiresAt: joinedAt }, '`expiresAt` is in the past'],
  ['a value that is not a text', { value: {} }, '`value` must be a string'],
  [
    'a value that is too long for a room URL',
    { value: 'x'.repeat(2000) },
    /have \d{4} characters and may have at most 1500; shorten `value`, or keep the data on the server/,
  ],
])('signMetadata refuses to sign with %s', async (_, options, problem) => {
  const signed = signMetadata({ ...usual, ...options } as SignMetadataOptions);
  expect(await outcome(signed)).toBe('key' in options ? problem : 'METADATA_OPTIONS_INVALID');
  expect(await messageOf(signed)).toMatch(problem);
});

describe('the simple form', () => {
  // Hashes made with openssl.
  const cases = [
    ['plain', 'plain,1738570000,3b813ba09e35b3160cf7de7c3dde1724b593d52d37df732d99474350654d8034'],
    ['a,b,,c', 'a,b,,c,1738570000,87366f72d266cbc484e6e478e523995e3771b93cfcca0ef4ea6a79fb569223b8'],
    ['Ærø', 'Ærø,1738570000,3f7daf042d2056f61940f7701df626690ffb28f182dd56f84e21959d56e70285'],
    ['{"u":[1,2]}', '{"u":[1,2]},1738570000,d9439628ab69342cf9b002222d2913a832780cbbf859e4660df783eac80b2755'],
    ['', ',1738570000,bad1fd4a2f17e08c6bc368c229145b36764b942b545a80c2fadc13883ebbd253'],
  ] as const;

  test.each(cases)('with the value %j is accepted with `simple`, otherwise refused', async (value, metadata) => {
    const event = createEvent(metadata, {}, new Date(1_738_570_060_000).toISOString());
    expect(await verifyMetadata({ event, key, simple: true })).toMatchObject({
      value,
      externalId: null,
      format: 'simple',
    });
    expect(await outcome(verifyMetadata({ event, key }))).toBe('METADATA_MALFORMED');
    expect(await outcome(verifyMetadata({ event, key: 'another', simple: true }))).toBe('METADATA_SIGNATURE');
    expect(await outcome(verifyMetadata({ event, key, simple: { maxAge: 59 } }))).toBe('METADATA_EXPIRED');
    expect(await outcome(verifyMetadata({ event, key, simple: { maxAge: 60 } }))).toBe('ok');
  });

  test('may be from a clock that is up to five minutes fast', async () => {
    const eventAt = (seconds: number) => createEvent(cases[0][1], {}, new Date(seconds * 1000).toISOString());
    expect(await outcome(verifyMetadata({ event: eventAt(1_738_569_700), key, simple: true }))).toBe('ok');
    expect(await messageOf(verifyMetadata({ event: eventAt(1_738_569_699), key, simple: true }))).toMatch(
      /METADATA_EXPIRED.*it was made -301 seconds before the event, and at most 86400 are allowed/,
    );
  });

  test.each(['', 'plain', 'plain,1738570000', `,${'0'.repeat(64)}`, `${cases[0][1]}0`, `${cases[0][1]},`])(
    'is not %j',
    async (metadata) => {
      const event = createEvent(metadata || 'empty', {}, new Date(1_738_570_060_000).toISOString());
      expect(await messageOf(verifyMetadata({ event, key, simple: true }))).toMatch(
        /METADATA_MALFORMED.*does not have the form value,timestamp,hash/,
      );
    },
  );

  test.each([-1, NaN, '60'])('takes no `maxAge` of %s', async (maxAge) => {
    const event = createEvent(cases[0][1]);
    expect(await messageOf(verifyMetadata({ event, key, simple: { maxAge: maxAge as number } }))).toMatch(
      /METADATA_OPTIONS_INVALID.*`maxAge` must be a number of seconds, at least 0/,
    );
  });
});

test('an expiry without a zone is UTC on every machine', async () => {
  vi.stubEnv('TZ', 'America/New_York');
  const metadata = await signMetadata({ ...usual, expiresAt: '2025-02-03T09:00:00' });
  expect(await verifyMetadata({ event: createEvent(metadata), key })).toMatchObject({ expiresAt });
  vi.unstubAllEnvs();
});

test('signMetadata never makes the same text twice', async () => {
  const all = await Promise.all(Array.from({ length: 50 }, () => signMetadata(usual)));
  expect(new Set(all).size).toBe(50);
});
