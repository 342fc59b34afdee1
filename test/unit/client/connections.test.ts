import { createServer as createHttps } from 'node:https';
import { createServer as createTcp } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { createWhereby, doctor } from 'react-whereby-embed/server';
import { generate } from 'selfsigned';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { describeUnusedProxy } from '../../../src/server/client/describeUnusedProxy.js';
import { createFakeClock } from './support/createFakeClock.js';
import { apiKey, meeting } from './support/fixtures.js';
import { startTestApi } from './support/startTestApi.js';

afterEach(() => vi.unstubAllEnvs());

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

const endDate = new Date(Date.now() + 3_600_000);
const create = (baseUrl: string) =>
  createWhereby({ apiKey, baseUrl, clock: createFakeClock() })
    .meetings.create({ endDate })
    .catch((error: unknown) => error);

describe('a connection that cannot be made', () => {
  test('because of the certificate is tried once, sends nothing, and names the cure', async () => {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
    const requests: unknown[] = [];
    let connections = 0;
    const server = createHttps({ key, cert }, (request) => requests.push(request));
    server.on('connection', () => connections++);
    const error = await create(`https://localhost:${await listen(server)}/v1`);
    expect(error).toMatchObject({
      code: 'API_CERTIFICATE_REFUSED',
      message: expect.stringContaining('NODE_EXTRA_CA_CERTS') as string,
      mayHaveSucceeded: false,
    });
    expect([connections, requests]).toEqual([1, []]);
  });

  test('because the server speaks http is tried once and says so', async () => {
    const { url, seen } = await startTestApi({ json: meeting });
    expect(await create(url.replace('http:', 'https:'))).toMatchObject({
      code: 'API_UNREACHABLE',
      message: expect.stringContaining('one of http, not of https') as string,
      mayHaveSucceeded: false,
    });
    expect(seen).toEqual([]);
  });

  test('because it breaks off before it is secure is repeated, also for a creation', async () => {
    let connections = 0;
    const port = await listen(
      createTcp((socket) => {
        connections++;
        socket.once('data', () => socket.destroy());
      }),
    );
    expect(await create(`https://127.0.0.1:${port}/v1`)).toMatchObject({
      code: 'API_UNREACHABLE',
      mayHaveSucceeded: false,
    });
    expect(connections).toBe(3);
  });

  test('although a proxy is set names the variable that fetch does not use', async () => {
    const closed = createTcp();
    const port = await listen(closed);
    await new Promise((resolve) => closed.close(resolve));
    vi.stubEnv('NO_PROXY', undefined);
    vi.stubEnv('no_proxy', undefined);
    vi.stubEnv('NODE_USE_ENV_PROXY', undefined);
    vi.stubEnv('HTTP_PROXY', 'http://proxy.example:3128');
    const error = await create(`http://127.0.0.1:${port}/v1`);
    expect(error).toMatchObject({
      message: expect.stringMatching(/HTTP_PROXY is set, but .*NODE_USE_ENV_PROXY=1/) as string,
    });
    expect(String(error)).not.toContain('proxy.example');
  });
});

describe('a proxy in the environment', () => {
  const describeFor = (env: Record<string, string>, more: object = {}) =>
    describeUnusedProxy('https://api.whereby.dev/v1', { process: { env, versions: { node: '22.0.0' } }, ...more });

  test.each([{ HTTPS_PROXY: 'x' }, { https_proxy: 'x' }, { ALL_PROXY: 'x' }, { all_proxy: 'x' }])(
    '%j is named',
    (env) => {
      expect(describeFor(env)).toContain(Object.keys(env)[0]);
    },
  );

  test.each([
    {},
    { HTTP_PROXY: 'x' },
    { HTTPS_PROXY: 'x', NODE_USE_ENV_PROXY: '1' },
    { HTTPS_PROXY: 'x', NO_PROXY: '*' },
    { HTTPS_PROXY: 'x', NO_PROXY: 'localhost,.whereby.dev' },
    { HTTPS_PROXY: 'x', no_proxy: 'api.whereby.dev' },
  ])('%j is not', (env) => {
    expect(describeFor(env)).toBe('');
  });

  test('is used by Bun and Deno themselves', () => {
    const process = { env: { HTTPS_PROXY: 'x' }, versions: { node: '22.0.0', bun: '1.0.0' } };
    expect(describeUnusedProxy('https://api.whereby.dev/v1', { process })).toBe('');
    expect(describeFor({ HTTPS_PROXY: 'x' }, { Deno: {} })).toBe('');
  });
});

describe('an address that is not the API’s', () => {
  const start = () =>
    startTestApi((response, { url, method }) => {
      const isApi = url.startsWith('/v1/');
      const isList = /^\/v1\/meetings(\?|$)/.test(url);
      response.writeHead(isList ? 200 : 404, { 'content-type': isApi ? 'application/json' : 'text/html' });
      if (!isList) return response.end(isApi ? '{"error":"Not Found"}' : '<html>404</html>');
      response.end(JSON.stringify(method === 'POST' ? meeting : { results: [], cursor: null }));
    });

  test.each(['/v1/meetings', '', '/v2', '/api', '/v1/v1', '/v1/meetings/'])(
    'is named for %j, by every call',
    async (path) => {
      const { url } = await start();
      const whereby = createWhereby({ apiKey, baseUrl: new URL(url).origin + path, maxRetries: 0 });
      const calls = {
        create: () => whereby.meetings.create({ endDate }),
        list: () => whereby.meetings.list().page(),
        ...(path !== '/v1/v1' && { get: () => whereby.meetings.get('1'), delete: () => whereby.meetings.delete('1') }),
      };
      for (const call of Object.values(calls))
        await expect(call()).rejects.toMatchObject({
          code: 'API_ADDRESS_WRONG',
          message: expect.stringContaining('WHEREBY_API_URL') as string,
        });
    },
  );

  test('is not named for a meeting that the API does not have', async () => {
    const { url } = await start();
    const whereby = createWhereby({ apiKey, baseUrl: `${url}/` });
    await expect(whereby.meetings.get('1')).rejects.toMatchObject({ code: 'API_NOT_FOUND' });
    expect(await whereby.meetings.delete('1')).toEqual({});
    expect(await whereby.meetings.list().toArray()).toEqual([]);
  });

  test('is a finding of the doctor', async () => {
    const { url } = await start();
    const [finding] = await doctor({ apiKey, baseUrl: `${url}/meetings` });
    expect(finding).toMatchObject({ status: 'bad', message: expect.stringContaining('API_ADDRESS_WRONG') as string });
  });
});

test.each([
  ['"quoted"', 'quotation marks'],
  ['secret\\n', 'two characters'],
])('the doctor finds the webhook secret %s, which would refuse every delivery', async (value, problem) => {
  const { url } = await startTestApi({ json: { results: [], cursor: null } });
  vi.stubEnv('WHEREBY_WEBHOOK_SECRET', value);
  const findings = await doctor({ apiKey, baseUrl: url });
  const finding = findings.find(({ check }) => check === 'webhook secret');
  expect(finding).toMatchObject({ status: 'bad', message: expect.stringContaining(problem) as string });
  expect(finding!.message).not.toContain(value);
});
