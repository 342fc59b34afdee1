import { createReadStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Storage } from './Storage.js';

/** Recordings in a folder: the default. */
export function createFolderStorage(folder: string): Storage {
  return {
    async store(file, name) {
      await mkdir(folder, { recursive: true });
      await rename(file, join(folder, name));
      return name;
    },
    async open(place) {
      return Readable.toWeb(createReadStream(join(folder, place))) as ReadableStream<Uint8Array>;
    },
    delete: (place) => rm(join(folder, place), { force: true }),
  };
}
