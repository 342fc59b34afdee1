import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createCertificate } from '../../../src/sandbox/cli/certificate/createCertificate.js';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { createApiCaller } from './support/createApiCaller.js';
import { createTestSandbox } from './support/createTestSandbox.js';
import { demoSeed } from './support/demoSeed.js';

const endDate = '2026-01-01T11:00:00Z';

/** Requests a path under any host name, which `fetch` does not allow. */
const ask = (sandbox: Sandbox, path: string, headers: Record<string, string>, method = 'GET', body = '') =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(sandbox.url);
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const asked = request(
      { hostname: hostname.replace(/^\[|\]$/g, ''), port, path, method, headers: { ...length, ...headers } },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += String(chunk)));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });

const openSocket = (sandbox: Sandbox, headers: Record<string, string>) =>
  new Promise<'open' | 'refused'>((resolve) => {
    const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/rooms/socket`, { headers });
    socket.on('open', () => {
      resolve('open');
      socket.terminate();
    });
    socket.on('error', () => resolve('refused'));
  });

const routes = [
  '/',
  '/demo',
  '/demo/',
  '/_sandbox/state',
  '/v1/meetings',
  '/rooms/images/x',
  '/rooms/files/a/b',
  '/_room/x',
  '/favicon.ico',
];

describe.each([['127.0.0.1'], ['0.0.0.0'], ['localhost']])('a sandbox that listens on %s', (host) => {
  test('refuses every route, and the socket, under a name that a website can have', async () => {
    const sandbox = await createTestSandbox({ host, seed: demoSeed });
    for (const path of routes) {
      const { status, text } = await ask(sandbox, path, { host: 'evil.example:4455' });
      expect([path, status, text]).toEqual([path, 403, expect.stringContaining('--allow-host evil.example')]);
    }
    expect(await openSocket(sandbox, { host: 'evil.example', origin: 'http://evil.example' })).toBe('refused');
  });

  test('refuses every route, and the socket, to pages of other websites', async () => {
    const sandbox = await createTestSandbox({ host, seed: demoSeed });
    const { port } = new URL(sandbox.url);
    for (const origin of ['https://evil.example', 'null', 'http://evil.example:4455'])
      for (const path of routes)
        expect([path, (await ask(sandbox, path, { host: `localhost:${port}`, origin })).status]).toEqual([path, 403]);
    expect(await openSocket(sandbox, { origin: 'https://evil.example' })).toBe('refused');
    expect(await openSocket(sandbox, { origin: `http://localhost:${port}` })).toBe('open');
  });

  test('gives addresses that browsers can open', async () => {
    const sandbox = await createTestSandbox({ host, seed: demoSeed });
    expect(new URL(sandbox.url).hostname).toMatch(/^(127\.0\.0\.1|localhost)$/);
    expect((await fetch(sandbox.roomUrl('demo'))).status).toBe(200);
  });
});

test.each([
  ['::1', '[::1]'],
  ['[::1]', '[::1]'],
  // A frame cannot be allowed camera and microphone at an IPv6 address.
  ['::', 'localhost'],
])('the IPv6 host %s is %s in URLs, over https too', async (host, name) => {
  const sandbox = await createTestSandbox({ host, seed: demoSeed });
  expect(new URL(sandbox.url).hostname).toBe(name);
  expect((await fetch(sandbox.roomUrl('demo'))).status).toBe(200);
  const secure = await createTestSandbox({ host, seed: demoSeed, tls: createCertificate(['::1']) });
  expect(new URL(secure.tlsUrl ?? '').hostname).toBe(name);
  expect(secure.roomUrl('demo')).toBe(`${secure.tlsUrl}/demo`);
});

describe('where other machines can reach it', () => {
  test('keys, secret and the keys of open rooms cannot be guessed', async () => {
    const one = await createTestSandbox({ host: '0.0.0.0', rules: { openRooms: true }, seed: demoSeed });
    const two = await createTestSandbox({ host: '0.0.0.0', seed: demoSeed });
    for (const name of ['apiKey', 'restrictedApiKey', 'webhookSecret'] as const) {
      expect(one[name]).not.toBe(two[name]);
      expect(one[name]).toMatch(/[0-9a-f]{32}$/);
    }
    // A seed makes the same keys again only for those who know the API key.
    expect(one.roomUrl('demo', 'host')).not.toBe(two.roomUrl('demo', 'host'));
    expect(Object.keys(one.world.findMeeting('new')?.keys ?? {})).not.toContain('sandbox-host');
  });

  test('the control page and API do not show keys', async () => {
    const sandbox = await createTestSandbox({ host: '0.0.0.0', seed: demoSeed });
    for (const path of ['/', '/_sandbox/state'])
      for (const secret of [sandbox.apiKey, sandbox.restrictedApiKey, sandbox.webhookSecret])
        expect((await (await fetch(sandbox.url + path)).text()).includes(secret)).toBe(false);
    const own = await createTestSandbox();
    expect(await (await fetch(own.url)).text()).toContain(own.apiKey);
  });

  test('URLs have the name and the port under which it was asked', async () => {
    const sandbox = await createTestSandbox({ host: '0.0.0.0', seed: demoSeed });
    const authorization = `Bearer ${sandbox.apiKey}`;
    // A service of a compose file, a mapped port, an address of the network.
    for (const host of ['sandbox:4455', 'localhost:14455', '192.168.1.5:4455']) {
      const body = JSON.stringify({ endDate, fields: ['hostRoomUrl'] });
      const made = await ask(sandbox, '/v1/meetings', { host, authorization }, 'POST', body);
      expect([made.status, made.text]).toEqual([201, expect.stringContaining(`"roomUrl":"http://${host}/`)]);
      expect(made.text).toContain(`"hostRoomUrl":"http://${host}/`);
      const state = JSON.parse((await ask(sandbox, '/_sandbox/state', { host })).text) as Record<string, unknown>;
      expect(state).toMatchObject({ url: `http://${host}`, apiUrl: `http://${host}/v1`, roomOrigin: `http://${host}` });
      expect((await ask(sandbox, '/_sandbox/rooms/demo/url/host', { host })).text).toContain(`http://${host}/demo`);
      expect((await ask(sandbox, '/', { host })).text).toContain(`href="http://${host}/demo`);
    }
  });

  test('with roomOrigin, room URLs lead where a browser can go, whoever asks', async () => {
    const sandbox = await createTestSandbox({ host: '0.0.0.0', roomOrigin: 'http://localhost:4455', seed: demoSeed });
    const headers = { host: 'sandbox:4455', authorization: `Bearer ${sandbox.apiKey}` };
    const made = await ask(sandbox, '/v1/meetings', headers, 'POST', JSON.stringify({ endDate }));
    expect(made.text).toContain('"roomUrl":"http://localhost:4455/');
  });

  test('a name with a dot is its own only if it is allowed', async () => {
    const open = await createTestSandbox({ host: '0.0.0.0', allowedHosts: ['Sandbox.test'] });
    expect((await ask(open, '/_sandbox/state', { host: 'sandbox.test:80' })).status).toBe(200);
    expect((await ask(open, '/_sandbox/state', { host: 'other.test:80' })).status).toBe(403);
    const own = await createTestSandbox({ allowedHosts: ['sandbox.test'] });
    expect((await ask(own, '/_sandbox/state', { host: 'sandbox.test' })).status).toBe(200);
    expect((await createApiCaller(own)('GET', '/meetings')).status).toBe(200);
  });
});
