import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';

/** An app's folder with the packed package in it and nothing else: no dependency of it is there. `npm run build` comes first. */
const root = new URL('../../', import.meta.url).pathname;
let app: string;
const inPackage = (path: string) => join(app, 'node_modules/react-whereby-embed', path);

beforeAll(() => {
  app = mkdtempSync(join(tmpdir(), 'packed-'));
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', app], {
      cwd: root,
      encoding: 'utf8',
    }),
  ) as [{ filename: string }];
  mkdirSync(inPackage('.'), { recursive: true });
  execFileSync('tar', ['-xzf', join(app, filename), '-C', inPackage('.'), '--strip-components=1']);
  // As npm links a package's commands when it installs it.
  mkdirSync(join(app, 'node_modules/.bin'));
  const { bin } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as { bin: Record<string, string> };
  for (const [name, file] of Object.entries(bin)) {
    symlinkSync(inPackage(file), join(app, 'node_modules/.bin', name));
    chmodSync(inPackage(file), 0o755);
  }
  writeFileSync(join(app, 'package.json'), '{ "name": "app", "private": true, "type": "module" }');
});
afterAll(() => rmSync(app, { recursive: true, force: true }));

test('npx react-whereby-embed sandbox runs with nothing but the package: seed, webhooks, API, rooms and their page', async () => {
  writeFileSync(join(app, 'seed.json'), '{ "meetings": [{ "roomName": "demo" }] }');
  const told: string[] = [];
  const receiver = createServer((request, response) => {
    told.push(String(request.headers['whereby-signature']));
    request.resume().on('end', () => response.end());
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void receiver.close());
  const { port } = receiver.address() as AddressInfo;
  const args = ['sandbox', '--port', '0', '--seed', 'seed.json', '--webhook', `http://127.0.0.1:${port}/`];
  // Through npx's own way, but as one process that can be ended.
  const child = spawn('npx', ['--no-install', 'react-whereby-embed', ...args], { cwd: app, detached: true });
  onTestFinished(() => void process.kill(-child.pid!, 'SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)));
  await expect.poll(() => said).toContain('WHEREBY_WEBHOOK_SECRET=');
  const value = (name: string) => new RegExp(`^${name}=(.+)$`, 'm').exec(said)?.[1] ?? '';
  const apiUrl = value('WHEREBY_API_URL');
  const { origin } = new URL(apiUrl);

  const list = await fetch(`${apiUrl}/meetings`, { headers: { authorization: `Bearer ${value('WHEREBY_API_KEY')}` } });
  expect(await list.json()).toMatchObject({ results: [{ roomName: '/demo' }] });

  const html = await (await fetch(`${origin}/demo`)).text();
  const files = [...html.matchAll(/(?:src|href)="(\.\/[^"]+)"/g)].map(([, file]) => `${origin}/_room/${file}`);
  expect(files.length).toBeGreaterThan(1);
  // In the package they are compressed. Node's fetch accepts no Brotli over http, unless asked to.
  for (const file of files)
    for (const accepted of ['gzip', 'br']) {
      const response = await fetch(file, { headers: { 'accept-encoding': accepted } });
      expect([file, response.status, (await response.text()).length > 1000]).toEqual([file, 200, true]);
      expect(response.headers.get('content-encoding')).toBe(accepted === 'br' ? 'br' : null);
    }

  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rooms/socket`, { origin });
  onTestFinished(() => socket.terminate());
  const heard: string[] = [];
  socket.on('message', (data: Buffer) => heard.push((JSON.parse(String(data)) as { type: string }).type));
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ type: 'hello', roomName: '/demo', roomKey: null, deviceId: 'd', pageOrigin: null }));
  socket.send(JSON.stringify({ type: 'enter', self: { displayName: 'Ada' }, externalId: null, metadata: null }));
  await expect.poll(() => heard).toContain('entered');
  await expect.poll(() => told).toEqual([expect.stringMatching(/^t=\d+,v1=[0-9a-f]{64}$/)]);

  const control = await (await fetch(origin)).text();
  expect(control).toContain('Ada');
});

test('several sandboxes run side by side, from the packed package', async () => {
  const { startSandbox } = (await import(pathToFileURL(inPackage('dist/sandbox/index.js')).href)) as {
    startSandbox(): Promise<{ url: string; close(): Promise<void> }>;
  };
  const all = await Promise.all(Array.from({ length: 5 }, () => startSandbox()));
  expect(new Set(all.map(({ url }) => url)).size).toBe(5);
  await Promise.all(all.map((one) => one.close()));
});

test('the sandbox imports nothing but Node and itself', () => {
  const folder = inPackage('dist/sandbox');
  const known = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
  // Only asked for in this project's own checkout, or where they happen to be.
  for (const optional of ['vite', 'bufferutil', 'utf-8-validate']) known.add(optional);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.js') && !name.startsWith('room'),
  );
  expect(files).toContain('cli.js');
  for (const name of files) {
    const code = readFileSync(join(folder, name), 'utf8');
    const imported = [...code.matchAll(/(?:^import[^'"`]*?from |^import |\bimport\()\s*["']([^"']+)["']/gm)].map(
      ([, from]) => from ?? '',
    );
    expect(imported.filter((from) => !from.startsWith('.') && !known.has(from))).toEqual([]);
  }
  expect(JSON.parse(readFileSync(inPackage('package.json'), 'utf8'))).not.toHaveProperty('dependencies');
});

test.each([
  ["import { WherebyEmbed } from 'react-whereby-embed'; console.log(WherebyEmbed);"],
  ["import * as all from 'react-whereby-embed'; console.log(all);"],
  ["import * as all from 'react-whereby-embed/server'; console.log(all);"],
])('adds nothing to an app that does not import it: %s', async (code) => {
  writeFileSync(join(app, 'app.js'), code);
  const result = await build({
    root: app,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: join(app, 'app.js'), external: [/^react(-dom)?(\/|$)/, /^node:/] },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as { output: { moduleIds?: string[] }[] };
  const modules = output.flatMap(({ moduleIds = [] }) => moduleIds);
  expect(modules.some((id) => id.includes('react-whereby-embed'))).toBe(true);
  expect(modules.filter((id) => /dist\/(sandbox|testing)\//.test(id))).toEqual([]);
  expect(existsSync(inPackage('dist/sandbox/index.js'))).toBe(true);
});
