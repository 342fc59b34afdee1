import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { generate } from 'selfsigned';
import { WebSocket } from 'ws';
import { startSandbox } from '../../../src/sandbox/index.js';
import { createTestSandbox } from './support/createTestSandbox.js';
import { demoSeed } from './support/demoSeed.js';

describe('starting a sandbox', () => {
  test('works side by side, each sandbox with its own rooms', async () => {
    const [one, two] = await Promise.all([createTestSandbox({ seed: demoSeed }), createTestSandbox()]);
    expect(one.url).not.toBe(two.url);
    expect(one.world.findMeeting('demo')).toBeDefined();
    expect(two.world.findMeeting('demo')).toBeUndefined();
  });

  test('rejects a port that is in use, an invalid option and an invalid seed', async () => {
    const sandbox = await createTestSandbox();
    const port = Number(new URL(sandbox.url).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'SANDBOX_PORT_TAKEN' });
    await expect(startSandbox({ roomOrigin: 'acme.whereby.com' })).rejects.toMatchObject({
      code: 'SANDBOX_OPTION_INVALID',
    });
    await expect(startSandbox({ webhooks: ['nowhere'] })).rejects.toMatchObject({ code: 'SANDBOX_OPTION_INVALID' });
    for (const bad of [
      { meetings: [{ endDate: 'soon' }] },
      { meetings: {} },
      { now: 'x' },
      { meetings: [{ roomName: 'a/b' }] },
      { meetings: [{ roomName: 5 }] },
      { meetings: [null] },
      { meetings: [{ people: [null] }] },
      { meetings: [{ people: [{ role: 'king' }] }] },
      { meetings: [{ people: [{ displayName: 5 }] }] },
      { meetings: [{ knocking: {} }] },
      { meetings: [{ keys: { a: 'king' } }] },
      { meetings: [{ recording: 'cloud' }] },
      { meetings: [{ roomMode: 'huge' }] },
      { meetings: [{ endDate: 7 }] },
    ])
      await expect(startSandbox({ seed: bad as never })).rejects.toMatchObject({ code: 'SANDBOX_SEED_INVALID' });
  });

  test('can be closed twice, and releases the port', async () => {
    const sandbox = await startSandbox();
    const port = Number(new URL(sandbox.url).port);
    await sandbox.close();
    await sandbox.close();
    const again = await startSandbox({ port });
    await again.close();
  });

  test('gives rooms the origin and the subdomain of the options', async () => {
    const sandbox = await createTestSandbox({ roomOrigin: 'https://acme.whereby.com', seed: demoSeed });
    expect(sandbox.roomUrl('demo')).toBe('https://acme.whereby.com/demo');
    expect(sandbox.roomUrl('demo', 'host')).toMatch(/^https:\/\/acme\.whereby\.com\/demo\?roomKey=eyJ/);
    expect(() => sandbox.roomUrl('nope')).toThrow(expect.objectContaining({ code: 'SANDBOX_ROOM_UNKNOWN' }));
    expect(sandbox.trigger('room.session.started').data['subdomain']).toBe('acme');
  });

  test('serves the room page for every room name, so that reloading works', async () => {
    const sandbox = await createTestSandbox({ seed: demoSeed });
    for (const name of ['demo', 'demo?roomKey=abc', 'not-there', 'with-dash_and.dot']) {
      const answer = await fetch(`${sandbox.url}/${name}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
      expect(answer.headers.get('x-frame-options')).toBeNull();
    }
    expect((await fetch(`${sandbox.url}/two/parts`)).status).toBe(404);
  });

  test('serves the files of a built room page, and nothing outside of its folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'room-page-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<html><head></head></html>');
    writeFileSync(join(folder, 'assets', 'main.js'), 'let a');
    const sandbox = await createTestSandbox({ roomPage: folder });
    const script = await fetch(`${sandbox.url}/_room/assets/main.js`);
    expect([await script.text(), script.headers.get('content-type'), script.headers.get('cache-control')]).toEqual([
      'let a',
      'text/javascript; charset=utf-8',
      'no-cache',
    ]);
    expect(await (await fetch(`${sandbox.url}/demo`)).text()).toContain('<base href="/_room/">');
    for (const path of ['', 'assets', 'missing.js', '..%2f..%2fetc%2fpasswd'])
      expect([path, (await fetch(`${sandbox.url}/_room/${path}`)).status]).toEqual([path, 404]);
  });

  test('sends a compressed file of the room page as it is to clients that accept that, and decompressed to others', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'room-page-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<html><head></head></html>');
    writeFileSync(join(folder, 'assets', 'main-a1_.js.br'), brotliCompressSync('let a'));
    const sandbox = await createTestSandbox({ roomPage: folder });
    for (const [accepted, encoding] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip, br;q=0.5', 'br'],
      ['gzip, br; q=0.0', null],
      ['brotli', null],
      ['', null],
    ]) {
      const headers = { 'accept-encoding': accepted! };
      const script = await fetch(`${sandbox.url}/_room/assets/main-a1_.js`, { headers });
      expect([accepted, script.headers.get('content-encoding')]).toEqual([accepted, encoding]);
      expect(await script.text()).toBe('let a');
      expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect([script.headers.get('vary'), script.headers.get('cache-control')]).toEqual([
        'accept-encoding',
        'no-cache',
      ]);
    }
    for (const path of ['assets/main-a1_.css', 'assets/..%2findex.html'])
      expect([path, (await fetch(`${sandbox.url}/_room/${path}`)).status]).toEqual([path, 404]);
  });
});

test('serves the same rooms over https, under the host names of organisations that lead to it', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '*.whereby.com' }]);
  const sandbox = await createTestSandbox({
    tls: { key, cert },
    roomOrigin: 'https://acme.whereby.com',
    seed: demoSeed,
  });
  expect(sandbox.roomUrl('demo')).toBe('https://acme.whereby.com/demo');
  const { port } = new URL(sandbox.tlsUrl ?? '');
  const opened = (name: string) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`wss://127.0.0.1:${port}/rooms/socket`, {
        rejectUnauthorized: false,
        origin: `https://${name}`,
        headers: { host: name },
      });
      socket.on('open', () => {
        resolve('open');
        socket.terminate();
      });
      socket.on('error', () => resolve('refused'));
    });
  expect(await opened('acme.whereby.com')).toBe('open');
  expect(await opened('other.whereby.com')).toBe('open');
  expect(await opened('evil.example')).toBe('refused');
});

test('names the pages that may frame a room to the browser', async () => {
  const sandbox = await createTestSandbox({ frameAncestors: ['https://app.example', 'https://*.acme.com'] });
  const { headers } = await fetch(`${sandbox.url}/demo`);
  expect(headers.get('content-security-policy')).toBe('frame-ancestors https://app.example https://*.acme.com');
});
