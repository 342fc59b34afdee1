import { createWhereby, WherebyError } from 'react-whereby-embed/server';
import type { WherebyOptions } from 'react-whereby-embed/server';
import { afterEach, describe, expect, expectTypeOf, test, vi } from 'vitest';
import { assertServer } from '../../../src/server/client/assertServer.js';
import { createTestClient } from './support/createTestClient.js';
import { apiKey, meeting } from './support/fixtures.js';
import { startTestApi } from './support/startTestApi.js';

afterEach(() => vi.unstubAllEnvs());

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof WherebyError) return error.code;
    throw error;
  }
  return 'none';
};

describe('createWhereby', () => {
  test.each([
    [undefined, {}],
    ['  ', {}],
    [undefined, { apiKey: undefined }],
    ['from-the-environment', { apiKey: '' }],
  ])('can be called without a key, as builds do; the first call names the variable', async (inEnvironment, options) => {
    vi.stubEnv('WHEREBY_API_KEY', inEnvironment);
    const whereby = createWhereby(options);
    await expect(whereby.meetings.get('1')).rejects.toMatchObject({
      code: 'API_KEY_MISSING',
      message: expect.stringContaining('WHEREBY_API_KEY') as string,
    });
    await expect(whereby.meetings.list().page()).rejects.toMatchObject({ code: 'API_KEY_MISSING' });
  });

  test('reads the environment at the first call', async () => {
    const { url, seen } = await startTestApi({ json: meeting });
    vi.stubEnv('WHEREBY_API_KEY', undefined);
    const whereby = createWhereby();
    vi.stubEnv('WHEREBY_API_KEY', 'set-later');
    vi.stubEnv('WHEREBY_API_URL', url);
    await whereby.meetings.get('1');
    expect(seen[0]!.headers.authorization).toBe('Bearer set-later');
  });

  test.each([
    ['"quoted"', 'quotation marks'],
    ["'quoted'", 'quotation marks'],
    ['Bearer abc', 'begins with what belongs before it'],
    ['WHEREBY_API_KEY=abc', 'begins with what belongs before it'],
    ['abc\\n', 'line end that is written as two characters'],
    ['a\u200bb', 'cannot be seen'],
    ['${WHEREBY_API_KEY}', 'placeholder'],
    ['undefined', 'placeholder'],
  ])('says what is wrong with the key %s, and never shows it', async (key, problem) => {
    vi.stubEnv('WHEREBY_API_KEY', key);
    const error = await createWhereby()
      .meetings.get('1')
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'API_KEY_INVALID', message: expect.stringContaining(problem) as string });
  });

  test('says what looks wrong with a key that was passed, if the API refuses it', async () => {
    const { url } = await startTestApi({ status: 401 });
    await expect(createWhereby({ apiKey: '"quoted"', baseUrl: url }).meetings.get('1')).rejects.toMatchObject({
      code: 'API_UNAUTHORIZED',
      message: expect.stringContaining('The key is in quotation marks') as string,
    });
  });

  test.each([
    ['"https://api.whereby.dev/v1"', /quotation/],
    ['http://api.whereby.dev./v1', /must be https/],
    ['https://acme.whereby.com', /api\.whereby\.dev\/v1/],
    ['https://api.whereby.com./v1', /api\.whereby\.dev\/v1/],
  ])('refuses the address %s with the cure', (baseUrl, cure) => {
    expect(() => createWhereby({ apiKey, baseUrl })).toThrow(cure);
  });

  test('sends the key to one spelling of the host only', async () => {
    const asked: unknown[] = [];
    const fetch: WherebyOptions['fetch'] = (url) => {
      asked.push(url);
      return Promise.resolve(Response.json(meeting));
    };
    await createWhereby({ apiKey, baseUrl: 'https://api.whereby.dev./v1/', fetch }).meetings.get('1');
    expect(asked).toEqual(['https://api.whereby.dev/v1/meetings/1']);
  });

  test('reads key and address from the environment, which options override', async () => {
    const first = await startTestApi({ json: meeting });
    const second = await startTestApi({ json: meeting });
    vi.stubEnv('WHEREBY_API_KEY', 'from-the-environment\n');
    vi.stubEnv('WHEREBY_API_URL', `${first.url}/`);
    await createWhereby().meetings.get('1');
    expect(first.seen[0]).toMatchObject({
      url: '/v1/meetings/1',
      headers: { authorization: 'Bearer from-the-environment' },
    });
    await createWhereby({ apiKey: 'passed', baseUrl: second.url }).meetings.get('1');
    expect(second.seen[0]!.headers.authorization).toBe('Bearer passed');
  });

  test('calls the real service by default', async () => {
    vi.stubEnv('WHEREBY_API_URL', undefined);
    const asked: unknown[] = [];
    const fetch: WherebyOptions['fetch'] = (url) => {
      asked.push(url);
      return Promise.resolve(Response.json(meeting));
    };
    await createWhereby({ apiKey, fetch }).meetings.get('1');
    expect(asked).toEqual(['https://api.whereby.dev/v1/meetings/1']);
  });

  test.each<WherebyOptions>([
    { baseUrl: 'api.whereby.dev/v1' },
    { baseUrl: 'ftp://api.whereby.dev' },
    { baseUrl: 'http://api.whereby.dev/v1' },
    { baseUrl: 'https://user:pass@api.whereby.dev/v1' },
    { baseUrl: 'https://api.whereby.dev/v1?x=1' },
    { timeout: -1 },
    { timeout: NaN },
    { deadline: -1 },
    { maxRetries: -1 },
    { maxRetries: '2' as never },
  ])('refuses %j', (options) => {
    expect(codeOf(() => createWhereby({ apiKey, ...options }))).toBe('CLIENT_OPTION_INVALID');
  });

  test('accepts a sandbox on any host over plain http', () => {
    for (const baseUrl of ['http://localhost:4000/v1', 'http://sandbox:4000/v1', 'http://[::1]:4000'])
      expect(codeOf(() => createWhereby({ apiKey, baseUrl }))).toBe('none');
  });
});

describe('createWhereby, by runtime', () => {
  const chrome = {
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
  };
  const node = { versions: { node: '20.20.0' } };
  const refused = {
    'a page': { document: {}, navigator: chrome },
    'a page with a process polyfill': { document: {}, navigator: chrome, process: { versions: {} } },
    "a browser's worker": { navigator: chrome },
    "Electron's window": { document: {}, navigator: chrome, process: { ...node, type: 'renderer' } },
    'React Native': { navigator: { product: 'ReactNative' } },
  };
  const taken = {
    Node: { process: node, navigator: { userAgent: 'Node.js/22' } },
    'Node 20': { process: node },
    Deno: { navigator: { userAgent: 'Deno/2.0' } },
    Bun: { process: node, navigator: { userAgent: 'Bun/1.2' } },
    "Cloudflare's workers": { navigator: { userAgent: 'Cloudflare-Workers' } },
    "Vercel's edge": {},
    'jsdom in Node': {
      document: {},
      process: node,
      navigator: { userAgent: 'Mozilla/5.0 (linux) AppleWebKit/537.36 (KHTML, like Gecko) jsdom/29.1.1' },
    },
    "Electron's main process": { process: { ...node, type: 'browser' } },
  };
  test.each(Object.entries(refused))('refuses to run in %s', (_where, host) => {
    expect(codeOf(() => assertServer('createWhereby', host))).toBe('SERVER_ONLY');
  });
  test.each(Object.entries(taken))('runs in %s', (_where, host) => {
    expect(codeOf(() => assertServer('createWhereby', host))).toBe('none');
  });
  test('refuses a browser before it asks for a key', () => {
    vi.stubGlobal('document', {});
    vi.stubGlobal('process', { env: {} });
    expect(codeOf(() => createWhereby())).toBe('SERVER_ONLY');
    vi.unstubAllGlobals();
  });
});

test('types a meeting by the requested fields', async () => {
  const { whereby } = await createTestClient([{ json: { ...meeting, hostRoomUrl: 'h', viewerRoomUrl: 'v' } }]);
  const plain = await whereby.meetings.create({ endDate: '2030-01-01' });
  expectTypeOf(plain.hostRoomUrl).toEqualTypeOf<string | undefined>();
  expectTypeOf(plain.rateLimit.remaining).toEqualTypeOf<number | null>();
  const host = await whereby.meetings.create({ endDate: new Date(), fields: ['hostRoomUrl'] });
  expectTypeOf(host.hostRoomUrl).toEqualTypeOf<string>();
  expectTypeOf(host.viewerRoomUrl).toEqualTypeOf<string | undefined>();
  const audience = await whereby.meetings.create({ endDate: '2030-01-01', templateType: 'viewerMode' });
  expectTypeOf(audience.hostRoomUrl).toEqualTypeOf<string>();
  expectTypeOf(audience.viewerRoomUrl).toEqualTypeOf<string>();
  const got = await whereby.meetings.get('1', { fields: ['viewerRoomUrl'] });
  expectTypeOf(got.viewerRoomUrl).toEqualTypeOf<string>();
  expectTypeOf(whereby.meetings.list({ fields: ['hostRoomUrl'] }).toArray)
    .returns.resolves.items.toHaveProperty('hostRoomUrl')
    .toEqualTypeOf<string>();

  // Each of these would be refused by the API, or is not what it looks like.
  const mistakes = () => [
    // @ts-expect-error endDate is required
    whereby.meetings.create({}),
    // @ts-expect-error only four rooms fit in two modes
    whereby.meetings.create({ endDate: '', roomMode: 'huge' }),
    whereby.meetings.create({
      endDate: '',
      // @ts-expect-error a bucket needs its keys
      recording: { type: 'cloud', destination: { provider: 's3', bucket: 'b' }, startTrigger: 'none' },
    }),
    whereby.meetings.create({
      endDate: '',
      // @ts-expect-error the vendor's description has stray commas: "en," is none
      liveTranscription: { destination: null, startTrigger: 'manual', language: 'en,' },
    }),
    // @ts-expect-error there is no such field
    whereby.meetings.get('1', { fields: ['ownerRoomUrl'] }),
    // @ts-expect-error a session or a person, one of the two
    whereby.insights.participants({}),
    // @ts-expect-error not both
    whereby.insights.participants({ roomSessionId: 's', externalId: 'e' }),
    // @ts-expect-error sorted upwards or downwards
    whereby.recordings.list({ sortBy: 'startDate' }),
    // @ts-expect-error meetings have no sort order
    whereby.meetings.list({ sortBy: 'startDate:asc' }),
  ];
  expect(mistakes).toBeTypeOf('function');
  expect(plain.meetingId).toBe(meeting.meetingId);
});
