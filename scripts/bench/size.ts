import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundle } from './bundle.js';

const gzipped = (code: string): number => gzipSync(code, { level: 9 }).length;

/** The size of an app that is nothing but some names of the built package, in bytes, as `bundle` makes it. */
export async function sizeOf(...app: Parameters<typeof bundle>): Promise<{ gzip: number; brotli: number }> {
  const code = (await bundle(...app)).map((chunk) => chunk.code).join('');
  return { gzip: gzipped(code), brotli: brotliCompressSync(code).length };
}

/** Bytes, gzipped, that such an app loads at once: without what it loads later. */
export async function loadedSize(names: string): Promise<number> {
  const chunks = new Map((await bundle(names)).map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set<string>();
  const load = (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    chunks.get(name)?.imports.forEach(load);
  };
  for (const { fileName, isEntry } of chunks.values()) if (isEntry) load(fileName);
  return [...loaded].reduce((sum, name) => sum + gzipped(chunks.get(name)?.code ?? ''), 0);
}
