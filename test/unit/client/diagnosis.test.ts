import { inspect } from 'node:util';
import { doctor, fetchAllowedDomains, verifyApiKey } from 'react-whereby-embed/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runDoctor } from '../../../src/sandbox/cli/runDoctor.js';
import { createFakeClock } from './support/createFakeClock.js';
import { apiKey, meeting } from './support/fixtures.js';
import { hangUp, neverResponds, startTestApi } from './support/startTestApi.js';
import type { Reply } from './support/startTestApi.js';

const page = (...results: unknown[]): Reply => ({
  headers: { 'x-ratelimit-remaining': '90', 'x-ratelimit-limit': '100' },
  json: { results, cursor: null },
});

beforeEach(() => {
  vi.stubEnv('WHEREBY_API_KEY', undefined);
  vi.stubEnv('WHEREBY_API_URL', undefined);
  vi.stubEnv('WHEREBY_WEBHOOK_SECRET', undefined);
});
afterEach(() => vi.unstubAllEnvs());

test.each([
  ['verifyApiKey', (baseUrl: string, signal: AbortSignal) => verifyApiKey({ apiKey, baseUrl }, { signal })],
  ['fetchAllowedDomains', (url: string, signal: AbortSignal) => fetchAllowedDomains(`${url}/x`, { signal })],
])('%s sends nothing if its signal has aborted already', async (_name, run) => {
  const { url, seen } = await startTestApi(page(meeting));
  const reason = new Error('closed');
  await expect(run(url, AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(seen).toEqual([]);
});

describe('verifyApiKey', () => {
  const check = async (reply: Reply, key: string | undefined = apiKey) => {
    const { url, seen } = await startTestApi(reply);
    const timeout = reply === neverResponds ? 20 : undefined;
    return { report: verifyApiKey({ apiKey: key, baseUrl: url, clock: createFakeClock(), timeout }), seen };
  };

  test('reports a valid key with its subdomain and budget', async () => {
    const { report, seen } = await check(page(meeting));
    expect(await report).toEqual({
      valid: true,
      subdomain: 'acme',
      roomUrl: meeting.roomUrl,
      rateLimit: { limit: 100, remaining: 90, resetAt: null },
    });
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /v1/meetings?limit=1']);
  });

  test('reports a valid key of an account without meetings', async () => {
    const { report } = await check(page());
    expect(await report).toMatchObject({ valid: true, subdomain: null });
  });

  test.each([
    ['that is refused', apiKey, 'API_UNAUTHORIZED'],
    ['that cannot be sent', 'two words', 'API_KEY_INVALID'],
    ['that is missing', '', 'API_KEY_MISSING'],
  ])('reports a key %s as invalid', async (_how, key, code) => {
    const { report } = await check({ status: 401 }, key);
    expect(await report).toMatchObject({ valid: false, error: { code } });
  });

  test.each([
    ['the connection breaks', hangUp, 'API_UNREACHABLE'],
    ['nothing comes', neverResponds, 'API_TIMEOUT'],
    ['HTML comes', { text: '<html>' }, 'API_UNREADABLE'],
    ['the service fails', { status: 500 }, 'API_UNAVAILABLE'],
  ] as const)('does not guess where %s', async (_how, reply, code) => {
    const { report } = await check(reply);
    await expect(report).rejects.toMatchObject({ code });
  });
});

describe('fetchAllowedDomains', () => {
  const header = (policy: string): Reply => ({ headers: { 'content-security-policy': policy }, text: '' });
  const read = async (reply: Reply, path = '/demo?roomKey=secret') => {
    const { url, seen } = await startTestApi(reply);
    return { domains: await fetchAllowedDomains(new URL(path, url).href), seen };
  };

  test('reads the sources without sending the room key', async () => {
    const { domains, seen } = await read(
      header("default-src 'none'; Frame-Ancestors https://*.acme.com  https://acme.org:8443;script-src *"),
    );
    expect(domains.sources).toEqual(['https://*.acme.com', 'https://acme.org:8443']);
    expect(seen[0]).toMatchObject({
      url: '/demo',
      headers: expect.not.objectContaining({ authorization: expect.anything() }),
    });
  });

  const rules: [policy: string, page: string, allowed: boolean][] = [
    ['frame-ancestors https://*.acme.com', 'https://app.acme.com', true],
    ['frame-ancestors https://*.acme.com', 'https://app.acme.com/deep?x=1', true],
    ['frame-ancestors https://*.acme.com', 'https://acme.com', false],
    ['frame-ancestors https://*.acme.com', 'https://evilacme.com', false],
    ['frame-ancestors https://acme.com', 'http://acme.com', false],
    ['frame-ancestors http://acme.com', 'https://acme.com', true],
    ['frame-ancestors https://acme.com', 'https://acme.com:8443', false],
    ['frame-ancestors https://acme.com:8443', 'https://acme.com:8443', true],
    ['frame-ancestors http://localhost:*', 'http://localhost:5173', true],
    ['frame-ancestors acme.com', 'http://acme.com', true],
    ['frame-ancestors https:', 'https://anything.example', true],
    ['frame-ancestors https:', 'http://anything.example', false],
    ['frame-ancestors *', 'http://anything.example', true],
    ['frame-ancestors *', 'chrome-extension://abc', false],
    ["frame-ancestors 'none'", 'https://acme.com', false],
    ['frame-ancestors', 'https://acme.com', false],
    ['frame-ancestors https://a.com, frame-ancestors https://b.com', 'https://a.com', false],
    ['frame-ancestors https://a.com https://b.com, frame-ancestors https://b.com', 'https://b.com', true],
    ["default-src 'self'", 'https://anything.example', true],
    ['frame-ancestors https://acme.com', 'not a page', false],
  ];
  test.each(rules)('decides for "%s" and the page %s: %s', async (policy, from, allowed) => {
    const { domains } = await read(header(policy));
    expect(domains.allows(from)).toBe(allowed);
  });

  test("matches 'self' with the room host", async () => {
    const { domains } = await read(header("frame-ancestors 'self'"));
    expect(domains.allows(domains.origin)).toBe(true);
    expect(domains.allows('https://acme.com')).toBe(false);
  });

  test('allows every page without a policy', async () => {
    const { domains } = await read({ status: 404, text: 'not found' });
    expect(domains.sources).toBeNull();
    expect(domains.allows('https://anything.example')).toBe(true);
  });

  test('requests the host of the label and follows no redirect', async () => {
    const asked: unknown[] = [];
    const fetch: typeof globalThis.fetch = (url, init) => {
      asked.push(url, init?.redirect);
      return Promise.resolve(
        new Response('', { headers: { 'content-security-policy': 'frame-ancestors https://acme.com' } }),
      );
    };
    expect((await fetchAllowedDomains('acme', { fetch })).origin).toBe('https://acme.whereby.com');
    expect(asked).toEqual(['https://acme.whereby.com/', 'manual']);
  });

  test.each([
    '',
    'acme.whereby.com',
    'evil.example/',
    'a@b',
    'https://evil.example/x',
    '../x',
    'file:///etc/passwd',
    undefined,
  ])('refuses %j and asks nobody', async (room) => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    await expect(fetchAllowedDomains(room as string, { fetch })).rejects.toMatchObject({
      code: 'ALLOWED_DOMAINS_UNREADABLE',
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  test.each([
    ['is not reached', hangUp],
    ['is silent', neverResponds],
    ['fails', { status: 503 }],
  ] as const)('rejects if the host %s', async (_how, reply) => {
    const { url } = await startTestApi(reply);
    await expect(fetchAllowedDomains(`${url}/x`, { timeout: 100 })).rejects.toMatchObject({
      code: 'ALLOWED_DOMAINS_UNREADABLE',
    });
  });
});

describe('doctor', () => {
  /** One server is API and room host. */
  async function patient(policy: string, reply: Reply = page(meeting)) {
    const { url } = await startTestApi((response, seen) => {
      if (!seen.url.startsWith('/v1/')) return response.writeHead(200, { 'content-security-policy': policy }).end();
      if (typeof reply === 'function') return reply(response, seen);
      response.writeHead(reply.status ?? 200, reply.headers).end(JSON.stringify(reply.json));
    });
    return { apiKey, baseUrl: url, room: new URL('/demo', url).href, clock: { ...createFakeClock(), now: Date.now } };
  }
  const run = async (argv: string[], options: Awaited<ReturnType<typeof patient>>) => {
    const out: string[] = [];
    const code = await runDoctor(argv, { out: (text) => out.push(text), err: (text) => out.push(text) }, options);
    return { code, text: out.join('\n') };
  };

  test('reports every check as good', async () => {
    vi.stubEnv('WHEREBY_WEBHOOK_SECRET', 'a-secret-of-webhooks');
    const options = await patient('frame-ancestors https://app.acme.com');
    const findings = await doctor({ ...options, page: 'https://app.acme.com' });
    expect(findings.map(({ check, status }) => `${check}: ${status}`)).toEqual([
      'API key: good',
      'request budget: good',
      'clock: good',
      'allowed domains: good',
      'webhook secret: good',
    ]);
    expect(inspect(findings, { depth: 9 })).not.toMatch(/a-secret-of-webhooks|eyJ/);
    const { code, text } = await run(['--page', 'https://app.acme.com'], options);
    expect(code).toBe(0);
    expect(text).toContain('ok       API key: The API accepts the key.');
  });

  test('reports a page that may not frame rooms, with the cure', async () => {
    const { code, text } = await run(
      ['--page=https://acme.com'],
      await patient('frame-ancestors https://app.acme.com'),
    );
    expect(code).toBe(1);
    expect(text).toMatch(
      /PROBLEM +allowed domains: .*may not be framed by https:\/\/acme\.com \(allowed: https:\/\/app\.acme\.com\)\. Add it/,
    );
  });

  test('accepts a page only as a whole address and prints only its origin', async () => {
    const options = await patient('frame-ancestors *');
    expect(await run(['--page', 'acme.com'], options)).toMatchObject({
      code: 1,
      text: expect.stringContaining('not an address'),
    });
    const { code, text } = await run(['--page', 'https://acme.com/x?roomKey=abcdef'], options);
    expect(code).toBe(0);
    expect(text).not.toContain('abcdef');
  });

  test('distinguishes a refused key from a service that cannot be reached', async () => {
    const refused = await run([], await patient('', { status: 401 }));
    expect(refused).toMatchObject({ code: 1, text: expect.stringContaining('[API_UNAUTHORIZED]') });
    const gone = await run([], await patient('', hangUp));
    expect(gone).toMatchObject({ code: 1, text: expect.stringContaining('It is unknown whether the key is good') });
  });

  test('reports a missing key', async () => {
    const { code, text } = await run([], { ...(await patient('')), apiKey: '' });
    expect(code).toBe(1);
    expect(text).toContain('[API_KEY_MISSING]');
  });

  test('reports a wrong clock', async () => {
    const options = await patient('');
    const { text } = await run([], { ...options, clock: { ...options.clock, now: () => Date.now() + 600_000 } });
    expect(text).toMatch(/warning +clock: This machine's clock is (599|600|601) seconds ahead/);
  });

  test('prints JSON with --json', async () => {
    const { text } = await run(['--json'], await patient(''));
    expect(JSON.parse(text)).toHaveLength(5);
  });

  test('prints its usage and refuses unknown arguments without repeating a key', async () => {
    const options = await patient('');
    expect(await run(['--help'], options)).toMatchObject({ code: 0, text: expect.stringContaining('Usage') });
    const { code, text } = await run([apiKey], options);
    expect(code).toBe(2);
    expect(text).toContain('Usage');
    expect(text).not.toContain(apiKey);
  });
});
