import { gzipSync } from 'node:zlib';
import { signWebhook, verifyWebhook } from 'react-whereby-embed/server';
import { describe, expect, test } from 'vitest';
import { secret, time, usual } from './support/vectors.js';

const now = () => time * 1000;
const verify = (body: unknown, signature: string) => verifyWebhook({ body: body as string, signature, secret, now });
const sign = (body: string | Uint8Array) => signWebhook({ body, secret, timestamp: time });
const problemOf = (code: string, problem: string) => ({
  code,
  message: expect.stringContaining(problem) as string,
});

describe('a body that was compressed with gzip', () => {
  test('is read if it was signed before that, and if it was signed after that', async () => {
    const compressed = new Uint8Array(gzipSync(usual.body));
    for (const signature of [await sign(usual.body), await sign(compressed)])
      expect(await verify(compressed, signature)).toEqual(JSON.parse(usual.body.toString()));
  });

  test('does not match the signature of another one', async () => {
    const compressed = new Uint8Array(gzipSync(usual.body));
    await expect(verify(compressed, await sign('{}'))).rejects.toMatchObject({ code: 'WEBHOOK_SIGNATURE_MISMATCH' });
  });

  test.each([
    ['is cut off', (body: Uint8Array) => body.slice(0, -9)],
    ['is too long when it is decompressed', () => new Uint8Array(gzipSync(Buffer.alloc(4_194_305, ' ')))],
  ])('is no event if it %s', async (_, change) => {
    const body = change(new Uint8Array(gzipSync(usual.body)));
    await expect(verify(body, await sign(body))).rejects.toMatchObject({ code: 'WEBHOOK_BODY_INVALID' });
  });
});

describe('a body that is still in base64', () => {
  const encoded = usual.body.toString('base64');

  test.each([
    ['as text', encoded],
    ['as bytes', new TextEncoder().encode(encoded)],
    ['with a line end after it', `${encoded}\n`],
    ['with white space after it', `${encoded} \r\n`],
  ])('is named %s', async (_, body) => {
    await expect(verify(body, await sign(usual.body))).rejects.toMatchObject(
      problemOf('WEBHOOK_BODY_PARSED', 'is still in base64'),
    );
  });

  test.each([
    ['of another event', Buffer.from('{"id":"b"}').toString('base64')],
    ['with something before it', `,${encoded}`],
    ['with something after it', `${encoded}, and more`],
  ])('is not named %s', async (_, body) => {
    await expect(verify(body, await sign(usual.body))).rejects.toMatchObject({ code: 'WEBHOOK_SIGNATURE_MISMATCH' });
  });
});

test.each([
  [[], 'is an array'],
  [{ id: 'a' }, 'is an object'],
  [7, 'is a number'],
])('a body that was parsed is named as what it is: %j', async (body, problem) => {
  await expect(verify(body, await sign(usual.body))).rejects.toMatchObject(problemOf('WEBHOOK_BODY_PARSED', problem));
});

test.each([
  ['hello', 'is not JSON (5 characters)'],
  [new TextEncoder().encode('hé'), 'is not JSON (3 bytes)'],
  ['{"id":"a"}\ufeff', 'is not JSON'],
])('a body that is signed and is not JSON is named by its length: %o', async (body, problem) => {
  await expect(verify(body, await sign(body))).rejects.toMatchObject(problemOf('WEBHOOK_BODY_INVALID', problem));
});

describe('the reason for a signature that does not match', () => {
  const anotherSecret = 'it was made with another secret or for another body';
  const cut = 'it is not 64 lower-case hex digits';
  const digits = '0123456789abcdef'.repeat(4);

  test.each([
    ['of the right form', [digits], anotherSecret],
    ['of which one has the right form', ['short', digits], anotherSecret],
    ['in upper case', [digits.toUpperCase()], cut],
    ['that is too short', [digits.slice(1)], cut],
    ['that is too long', [`${digits}0`], cut],
    ['with something before it', [`g${digits}`], cut],
  ])('is right for one %s', async (_, signatures, problem) => {
    const header = [`t=${time}`, ...signatures.map((signature) => `v1=${signature}`)].join(',');
    await expect(verify(usual.body, header)).rejects.toMatchObject(problemOf('WEBHOOK_SIGNATURE_MISMATCH', problem));
  });

  test('is the secret, if that cannot be right', async () => {
    const options = { body: usual.body, signature: `t=${time},v1=${digits}`, now };
    await expect(verifyWebhook({ ...options, secret: ['fine', '"quoted"'] })).rejects.toMatchObject(
      problemOf('WEBHOOK_SIGNATURE_MISMATCH', 'the secret is in quotation marks'),
    );
  });
});

test('a time of 0 can be signed; one that is no whole number is named', async () => {
  expect(await signWebhook({ body: '{}', secret, timestamp: 0 })).toMatch(/^t=0,/);
  for (const timestamp of [-1, 1.5, Number.NaN])
    await expect(signWebhook({ body: '{}', secret, timestamp })).rejects.toMatchObject(
      problemOf('WEBHOOK_OPTIONS_INVALID', `got ${timestamp}`),
    );
});
