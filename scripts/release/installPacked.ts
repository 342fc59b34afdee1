import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installed } from './checkInstalled.js';

function createApp(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty-app", "private": true, "type": "module" }');
}

function install(folder: string, ...packages: readonly string[]): void {
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', ...packages];
  execFileSync('npm', args, { cwd: folder, stdio: 'pipe' });
}

/** Where npm put each package, also those inside another package's folder. */
function listInstalled(folder: string): readonly string[] {
  const lock = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, unknown>>;
  };
  return Object.keys(lock.packages).map((path) => path.replace(/^node_modules\//, ''));
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);

const evaluate = (folder: string, code: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();

/** Installs the tarball into an empty app with React, and imports the component. */
export function installWithReact(tarball: string, folder: string): Installed {
  createApp(folder);
  install(folder, 'react', 'react-dom');
  const ofReact = listInstalled(folder);
  install(folder, tarball);
  evaluate(folder, "const { WherebyEmbed } = await import('react-whereby-embed'); if (!WherebyEmbed) process.exit(1)");
  const all = new Map(listInstalled(folder).map((name) => [name, sizeOf(join(folder, 'node_modules', name))]));
  return { ofReact, all };
}

/** Installs the tarball into an empty app without React. Returns a URL that `react-whereby-embed/url` builds there. */
export function buildUrlWithoutReact(tarball: string, folder: string): string {
  createApp(folder);
  install(folder, tarball);
  if (listInstalled(folder).includes('react')) throw new Error('Installing the package brings React.');
  const code = `import { buildRoomUrl } from 'react-whereby-embed/url';
    console.log(buildRoomUrl('https://acme.whereby.com/demo', { chat: false }))`;
  return evaluate(folder, code);
}
