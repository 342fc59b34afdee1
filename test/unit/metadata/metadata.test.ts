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

test('verifyMetadata returns what signMetadata signed', async () => {
  const metadata = await signMetadata(usual);
  expect(await verifyMetadata({ event: createEvent(metadata), key })).toEqual({
    value: 'class 7b',
    externalId: 'pupil-17',
    expiresAt,
    format: 'signed',
  });
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
    ['copied by another attendee', { externalId: 'pupil-18' }, 'METADATA_FOREIGN'],
    ['used by someone without an externalId', { externalId: null }, 'METADATA_FOREIGN'],
    ['in another meeting', { meetingId: '9043' }, 'METADATA_FOREIGN'],
    ['in another room', { roomName: '/chemistry' }, 'METADATA_FOREIGN'],
    ['in an event that names neither', { meetingId: undefined, roomName: undefined }, 'METADATA_FOREIGN'],
  ])('%s', async (_, data, code) => {
    expect(await outcome(verifyMetadata({ event: createEvent(await signMetadata(usual), data), key }))).toBe(code);
  });

  test('after its expiry, at the time of the event and not of its delivery', async () => {
    const metadata = await signMetadata(usual);
    const late = createEvent(metadata, {}, '2025-02-03T09:00:00.001Z');
    expect(await outcome(verifyMetadata({ event: createEvent(metadata, {}, expiresAt), key }))).toBe('ok');
    expect(await outcome(verifyMetadata({ event: late, key }))).toBe('METADATA_EXPIRED');
    expect(await outcome(verifyMetadata({ event: late, key, at: joinedAt }))).toBe('ok');
    expect(await outcome(verifyMetadata({ event: createEvent(metadata, {}, 'never'), key }))).toBe('METADATA_EXPIRED');
  });

  test.each([null, '', undefined])('that is %j', async (metadata) => {
    expect(await outcome(verifyMetadata({ event: createEvent(metadata as null), key }))).toBe('METADATA_MISSING');
  });

  test.each(['hello', 'wm1.', 'wm1.a', 'wm1..', 'wm1.a.b.c', 'wm2.a.b', 'wm1.%.a', 7])(
    'that is %j',
    async (metadata) => {
      expect(await outcome(verifyMetadata({ event: createEvent(metadata as string), key }))).toBe('METADATA_MALFORMED');
    },
  );
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

test.each<[string, Partial<Record<keyof SignMetadataOptions, unknown>>, string]>([
  ['an empty key', { key: '' }, 'METADATA_KEY_MISSING'],
  ['no key', { key: undefined }, 'METADATA_KEY_MISSING'],
  ['one empty key of two', { key: ['a', ''] }, 'METADATA_KEY_MISSING'],
  ['no person', { externalId: '' }, 'METADATA_OPTIONS_INVALID'],
  ['a person that the room does not accept', { externalId: 'a b' }, 'METADATA_OPTIONS_INVALID'],
  ['no room and no meeting', { meetingId: undefined, roomName: undefined }, 'METADATA_OPTIONS_INVALID'],
  ['no expiry', { expiresAt: 'soon' }, 'METADATA_OPTIONS_INVALID'],
  ['an expiry in seconds', { expiresAt: Date.parse(expiresAt) / 1000 }, 'METADATA_OPTIONS_INVALID'],
  ['an expiry in seconds as text', { expiresAt: String(Date.parse(expiresAt) / 1000) }, 'METADATA_OPTIONS_INVALID'],
  ['an expiry in the past', { expiresAt: '2025-02-03T07:59:59.999Z' }, 'METADATA_OPTIONS_INVALID'],
  ['an expiry at this moment', { expiresAt: joinedAt }, 'METADATA_OPTIONS_INVALID'],
  ['a value that is not a text', { value: {} }, 'METADATA_OPTIONS_INVALID'],
  ['a value that is too long for a room URL', { value: 'x'.repeat(2000) }, 'METADATA_OPTIONS_INVALID'],
])('signMetadata refuses to sign with %s', async (_, options, code) => {
  expect(await outcome(signMetadata({ ...usual, ...options } as SignMetadataOptions))).toBe(code);
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

  test('from the future is refused', async () => {
    const event = createEvent(cases[0][1], {}, new Date(1_738_569_600_000).toISOString());
    expect(await outcome(verifyMetadata({ event, key, simple: true }))).toBe('METADATA_EXPIRED');
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
