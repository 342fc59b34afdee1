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
 * A file that is in a folder compressed only (`main.js.br` for `main.js`), as those of the packed room page are: compressed
 * to whoever accepts that, decompressed to everyone else. Undefined if there is no such file.
 * @param name the path of the file in the folder, as a build names it: nothing in it is decoded, so it does not leave the folder
 */
export async function readCompressed(folder: string, name: string, accepted = ''): Promise<Response | undefined> {
  if (!/^[\w-]+(?:[./][\w-]+)*$/.test(name)) return undefined;
  const bytes = await readFile(join(folder, `${name}.br`)).catch(() => undefined);
  if (!bytes) return undefined;
  const headers = { 'content-type': getMimeType(name) ?? 'application/octet-stream', vary: 'accept-encoding' };
  return acceptsBrotli(accepted)
    ? new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-encoding': 'br' } })
    : new Response(new Uint8Array(await decompress(bytes)), { headers });
}
