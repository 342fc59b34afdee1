import { describe, expect, test } from 'vitest';
import { createRoomsHandler } from 'react-whereby-embed/server';
import { createFakeApi } from '../../support/createFakeApi.js';
import { createTestHandler, person } from './support/createTestHandler.js';

describe('an origin that can be listed', () => {
  test.each([
    'https://app.example.com',
    'http://localhost:5173',
    'capacitor://localhost',
    'app://.',
    'ionic://localhost',
    'tauri+x.y-z1://localhost',
    'myhttp://localhost',
    'null',
    'file://',
  ])('is %s, whose pages may then send requests', async (origin) => {
    const { create } = createTestHandler({ origins: [origin] });
    const answer = await create({}, { origin, 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'retry-after, date',
      vary: 'origin',
      'x-content-type-options': 'nosniff',
    });
  });

  test.each([
    '',
    '*',
    'app.example.com',
    'https://app.example.com/',
    'https://app.example.com/path',
    'https://APP.example.com',
    'http://APP.example.com',
    'https://app.example.com:443',
    'https://*.example.com',
    'https://',
    'HTTPS://app.example.com',
    'capacitor://localhost/',
    'capacitor://local host',
    'capacitor://localhost?x',
    'capacitor://localhost#x',
    'capacitor://a\\b',
    'capacitor://*',
    'capacitor://ada@localhost',
    'capacitor://',
    'capacitor:localhost',
    '1app://localhost',
    'an app://localhost',
    ' capacitor://localhost',
    'file:///',
    'nullx',
  ])('is not %j', (origin) => {
    const create = () =>
      createRoomsHandler({ whereby: createFakeApi().whereby, authorize: () => person, origins: [origin] });
    expect(create).toThrow(expect.objectContaining({ code: 'HANDLER_OPTION_INVALID' }));
  });

  test('of an app is compared without regard to case', async () => {
    const { create } = createTestHandler({ origins: ['App://Local'] });
    expect((await create({}, { origin: 'app://local', 'sec-fetch-site': 'cross-site' })).status).toBe(200);
  });
});

describe('a preflight', () => {
  const ask = (headers: Record<string, string>) =>
    createTestHandler({ origins: ['https://shop.example'] }).handler(
      new Request('https://app.test/meetings', { method: 'OPTIONS', headers }),
    );

  test('of a listed page says what it may send, and for how long that holds', async () => {
    const response = await ask({ origin: 'https://shop.example' });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': 'https://shop.example',
      'access-control-allow-methods': 'POST, GET, DELETE',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '600',
    });
  });

  test('of another page is refused, which depends on the origin', async () => {
    const response = await ask({ origin: 'https://evil.example' });
    expect([response.status, response.headers.get('vary')]).toEqual([403, 'origin']);
  });
});

describe('a refusal names', () => {
  test.each<[string, Record<string, string>, string]>([
    ['the origin', { origin: 'https://evil.example' }, 'https://evil.example'],
    ['that there is none', { 'sec-fetch-site': 'cross-site' }, 'unknown (the request names none)'],
    ['no text that is no origin', { origin: 'buy at evil' }, 'unknown (the request names none that can be read)'],
    [
      'no origin that is very long',
      { origin: `https://${'e'.repeat(60)}.${'e'.repeat(60)}.${'e'.repeat(60)}.${'e'.repeat(60)}` },
      'unknown (the request names none that can be read)',
    ],
  ])('%s', async (_what, headers, origin) => {
    const { create } = createTestHandler();
    const { body, headers: answered } = await create({}, headers);
    expect((body['error'] as { message: string }).message).toContain(`Pages of the origin ${origin} may not use this`);
    expect(answered.get('vary')).toBe('origin');
  });
});

describe("the server's own page, in a browser that says no more than its origin,", () => {
  const statusOf = async (headers: Record<string, string>) => (await createTestHandler().create({}, headers)).status;

  test.each<[string, Record<string, string>]>([
    ['the address of the request', { origin: 'https://app.test' }],
    ['its host over http', { origin: 'http://app.test' }],
    ['the header host', { origin: 'https://public.example', host: 'public.example' }],
    ['x-forwarded-host', { origin: 'https://public.example', 'x-forwarded-host': 'public.example' }],
    ['the first of several', { origin: 'https://public.example', 'x-forwarded-host': ' public.example , proxy.test' }],
    ['forwarded', { origin: 'https://public.example', forwarded: 'host=public.example' }],
    [
      'forwarded among others',
      { origin: 'https://public.example', forwarded: 'for=1.2.3.4;host="public.example";proto=https' },
    ],
    [
      'forwarded by the first of several',
      { origin: 'https://public.example', forwarded: 'For=1.2.3.4, Host=public.example, host=x' },
    ],
    ['the port that belongs to its scheme', { origin: 'https://public.example', host: 'public.example:443' }],
  ])('is known by %s', async (_what, headers) => {
    expect(await statusOf(headers)).toBe(200);
  });

  test.each<[string, Record<string, string>]>([
    ['another port', { origin: 'https://app.test:8443' }],
    ['the second of several', { origin: 'https://public.example', 'x-forwarded-host': 'proxy.test, public.example' }],
    ['another field of forwarded', { origin: 'https://public.example', forwarded: 'by=public.example' }],
    ['a field whose name ends alike', { origin: 'https://public.example', forwarded: 'xhost=public.example' }],
    ['a host that cannot be read', { origin: 'https://public.example', 'x-forwarded-host': 'public example' }],
    ['no address', { origin: 'null' }],
    ['the header host if that is another', { origin: 'https://app.test', host: 'other.test' }],
  ])('is not known by %s', async (_what, headers) => {
    expect(await statusOf(headers)).toBe(403);
  });

  test.each([
    ['same-origin', 200],
    ['none', 200],
    ['same-site', 403],
    ['cross-site', 403],
  ])('counts by what its browser says: %s', async (site, status) => {
    expect(await statusOf({ 'sec-fetch-site': site, origin: 'https://app.test' })).toBe(status);
  });
});
