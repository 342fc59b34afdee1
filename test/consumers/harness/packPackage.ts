import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface PackedPackage {
  readonly tarball: string;
  /** The tarball's files, for the harness's own use of the package. */
  readonly folder: string;
  readonly bytes: number;
  readonly fileCount: number;
}

/** Packs what `npm publish` would publish. The build comes first. */
export function packPackage(root: string, destination: string): PackedPackage {
  mkdirSync(join(destination, 'package'), { recursive: true });
  const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', destination], {
    cwd: root,
    encoding: 'utf8',
  });
  const [{ filename, unpackedSize, entryCount }] = JSON.parse(output) as [
    { filename: string; unpackedSize: number; entryCount: number },
  ];
  execFileSync('tar', ['-xzf', join(destination, filename), '-C', destination]);
  return {
    tarball: join(destination, filename),
    folder: join(destination, 'package'),
    bytes: unpackedSize,
    fileCount: entryCount,
  };
}

/** Every file below a folder. */
export const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
