import { createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The link is no longer valid: ask for another one. */
export class LinkExpired extends Error {}

/**
 * Downloads into a file, from where an earlier attempt stopped if the server can.
 * @throws LinkExpired
 */
export async function download(link: string, file: string): Promise<number> {
  await mkdir(dirname(file), { recursive: true });
  const have = await getSize(file);
  const response = await fetch(link, have ? { headers: { range: `bytes=${have}-` } } : {});
  // Nothing is left to send: the file is whole, and only that was not noted.
  if (response.status === 416 && have > 0 && readTotal(response) === have) return have;
  if ([401, 403, 404, 410, 416].includes(response.status))
    throw new LinkExpired(`The link was refused with ${response.status}.`);
  if (!response.ok || !response.body) throw new Error(`The download was refused with ${response.status}.`);
  const isRest = response.status === 206;
  const expected = isRest ? readTotal(response) : Number(response.headers.get('content-length') ?? NaN);
  await pipeline(Readable.fromWeb(response.body as never), createWriteStream(file, { flags: isRest ? 'a' : 'w' }));
  const size = await getSize(file);
  if (Number.isFinite(expected) && size !== expected)
    throw new Error(`The download broke off at ${size} of ${expected} bytes.`);
  return size;
}

const getSize = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

/** The whole size, from `content-range: bytes 100-199/200`. */
const readTotal = (response: Response): number =>
  Number(/\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1] ?? NaN);
