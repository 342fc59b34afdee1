import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { getMimeType } from 'hono/utils/mime';

const decompress = promisify(brotliDecompress);

/** Whether an `Accept-Encoding` names Brotli. Browsers do so over https and on this machine; `br;q=0` refuses it. */
const acceptsBrotli = (header: string) =>
  header.split(',').some((entry) => /^br(?:;q=(?!0(?:\.0*)?$).*)?$/i.test(entry.replaceAll(/\s/g, '')));

/**
 * A file of the room page. In the package it is compressed only (`main.js.br` for `main.js`): it is sent as it is to whoever
 * accepts that, decompressed to everyone else. Undefined if there is no such file.
 * @param name the path of the file in the folder, as a build names it: nothing in it is decoded, so it does not leave the folder
 */
export async function readPageFile(folder: string, name: string, accepted = ''): Promise<Response | undefined> {
  if (!/^[\w-]+(?:[./][\w-]+)*$/.test(name)) return undefined;
  const read = (file: string) => readFile(join(folder, file)).catch(() => undefined);
  const compressed = await read(`${name}.br`);
  const isSentCompressed = compressed !== undefined && acceptsBrotli(accepted);
  const bytes = isSentCompressed ? compressed : compressed ? await decompress(compressed) : await read(name);
  return (
    bytes &&
    new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': getMimeType(name) ?? 'application/octet-stream',
        // The folder may be built again while the sandbox runs.
        'cache-control': 'no-cache',
        ...(compressed ? { vary: 'accept-encoding' } : {}),
        ...(isSentCompressed ? { 'content-encoding': 'br' } : {}),
      },
    })
  );
}
