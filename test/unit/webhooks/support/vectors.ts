import { readFileSync } from 'node:fs';

interface Vector {
  readonly name: string;
  readonly body: Buffer;
  readonly secret: string;
  readonly signature: string;
  /** `event`, or the code of the error. */
  readonly expect: string;
}

interface File {
  readonly secret: string;
  readonly time: number;
  readonly vectors: readonly (Omit<Vector, 'body' | 'secret'> & { readonly body: string; readonly secret?: string })[];
}

const file = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8')) as File;

export const secret = file.secret;
export const time = file.time;

/** Bodies signed by another program (openssl). */
export const vectors: readonly Vector[] = file.vectors.map((vector) => ({
  ...vector,
  secret: vector.secret ?? file.secret,
  body: Buffer.from(vector.body, 'base64'),
}));

export const usual = vectors.find(({ name }) => name === 'what JSON.stringify writes')!;
