import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface PackedPackage {
  readonly tarball: string;
  /** The tarball's files, unpacked. */
  readonly folder: string;
  /** What it takes unpacked. */
  readonly bytes: number;
  readonly fileCount: number;
  /** `dist/index.js`, … */
  readonly paths: readonly string[];
}

/** Packs what `npm publish` would publish. The build comes first. */
export function packPackage(root: string, destination: string): PackedPackage {
  mkdirSync(join(destination, 'package'), { recursive: true });
  const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', destination], {
    cwd: root,
    encoding: 'utf8',
  });
  const [{ filename, unpackedSize, entryCount, files }] = JSON.parse(output) as [
    { filename: string; unpackedSize: number; entryCount: number; files: readonly { path: string }[] },
  ];
  execFileSync('tar', ['-xzf', join(destination, filename), '-C', destination]);
  return {
    tarball: join(destination, filename),
    folder: join(destination, 'package'),
    bytes: unpackedSize,
    fileCount: entryCount,
    paths: files.map(({ path }) => path),
  };
}
