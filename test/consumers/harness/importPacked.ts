import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as sandbox from '../../../src/sandbox/index.js';
import type * as server from '../../../src/server/index.js';

export type PackedServer = Pick<typeof server, 'signWebhook'>;
export type PackedSandbox = Pick<typeof sandbox, 'startSandbox'>;

const importFile = (packageFolder: string, path: string): Promise<unknown> =>
  import(pathToFileURL(join(packageFolder, path)).href);

/** The server entry of the packed package. */
export const importPackedServer = (packageFolder: string) =>
  importFile(packageFolder, 'dist/server/index.js') as Promise<PackedServer>;

/** The sandbox of the packed package. */
export const importPackedSandbox = (packageFolder: string) =>
  importFile(packageFolder, 'dist/sandbox/index.js') as Promise<PackedSandbox>;
