import { isUtf8 } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import Stripe from 'stripe';
import { signWebhook, verifyWebhook, WherebyError } from 'react-whereby-embed/server';
import { headerCases } from './support/headerCases.js';
import { secret, time, usual, vectors } from './support/vectors.js';

const now = () => time * 1000;
const header = `t=${time},v1=${usual.signature}`;

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'event',
    (error: unknown) => (error instanceof WherebyError ? error.code : `not a WherebyError: ${String(error)}`),
  );

/** Whether another implementation of the same scheme accepts a request. */
const stripeOutcome = async (...args: Parameters<typeof Stripe.webhooks.constructEventAsync>) => {
  try {
    await Stripe.webhooks.constructEventAsync(...args);
    return 'accepts';
  } catch (error) {
    // It looks for JSON after it has checked the signature.
    return error instanceof SyntaxError ? 'accepts' : 'refuses';
  }
};

afterEach(() => vi.unstubAllEnvs());

describe.each(['on Web Crypto', "on Node's crypto module"])('verifyWebhook and signWebhook %s', (crypto) => {
  beforeEach(() => {
    if (crypto === 'on Web Crypto') vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never);
  });
  afterEach(() => vi.restoreAllMocks());

  test.each(vectors)(
    'sign $name as openssl does, and read it as $expect',
    async ({ name, body, signature, expect: wanted, ...vector }) => {
      expect(await signWebhook({ body, secret: vector.secret, timestamp: time })).toBe(`t=${time},v1=${signature}`);
      const options = { signature: `t=${time},v1=${signature}`, secret: vector.secret, now };
      expect(await outcome(verifyWebhook({ ...options, body }))).toBe(wanted);
      expect(await outcome(verifyWebhook({ ...options, body: new Uint8Array(body).buffer }))).toBe(wanted);

      const differs = name === 'a byte order mark' || name === 'bytes that are not UTF-8';
      const stripe = await stripeOutcome(body, options.signature, vector.secret, 300, undefined, now());
      expect(stripe).toBe(differs ? 'refuses' : 'accepts');
    },
  );

  test('return the event as it was sent', async () => {
    const event = await verifyWebhook({ body: usual.body, signature: header, secret, now });
    expect(event).toEqual(JSON.parse(usual.body.toString()));
  });

  test.each(vectors.filter(({ body }) => isUtf8(body)))(
    'treat $name, passed as text, like its UTF-8 bytes',
    async ({ body, signature, expect: wanted, secret }) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
      expect(await signWebhook({ body: text, secret, timestamp: time })).toBe(`t=${time},v1=${signature}`);
      const verdict = verifyWebhook({ body: text, signature: `t=${time},v1=${signature}`, secret, now });
      expect(await outcome(verdict)).toBe(wanted);
    },
  );

  test('read from a text only what its signature covers', async () => {
    const event = { id: 'a', type: 'x', createdAt: '2025-02-03T09:15:00Z', data: { displayName: '\ud800' } };
    // JSON.stringify would write an escape, which is well-formed.
    const body = JSON.stringify(event).replace('\\ud800', '\ud800');
    const signature = await signWebhook({ body, secret, timestamp: time });
    expect(await signWebhook({ body: new TextEncoder().encode(body), secret, timestamp: time })).toBe(signature);
    expect((await verifyWebhook({ body, signature, secret, now })).data).toEqual({ displayName: '\ufffd' });
  });
});

describe('verifyWebhook', () => {
  test.each(Object.entries(headerCases).map(([name, one]) => [name, one.expect, one] as const))(
    'given a header %s, results in %s',
    async (_, wanted, { errorText, stripeDiffers, ...one }) => {
      const body = one.body ?? usual.body;
      const clock = () => (time + (one.after ?? 0)) * 1000;
      const verdict = verifyWebhook({ body, signature: one.header, secret: one.secret ?? secret, now: clock });
      expect(await outcome(verdict)).toBe(wanted);
      if (errorText) await expect(verdict).rejects.toThrow(errorText);

      const theirs = await stripeOutcome(
        body,
        one.header as string,
        Array.isArray(one.secret)
          ? ((one.secret as string[]).find((each) => each === secret) ?? '')
          : ((one.secret as string) ?? secret),
        300,
        undefined,
        clock(),
      );
      const agrees = theirs === (wanted === 'event' ? 'accepts' : 'refuses');
      // The other implementation takes one secret only.
      if (!Array.isArray(one.secret)) expect(agrees).toBe(!stripeDiffers);
    },
  );

  test('never puts the secret or the expected signature into an error', async () => {
    for (const one of Object.values(headerCases)) {
      const error: unknown = await verifyWebhook({
        body: one.body ?? usual.body,
        signature: one.header,
        secret: one.secret ?? secret,
        now: () => (time + (one.after ?? 0)) * 1000,
      }).catch((problem: unknown) => problem);
      const all = JSON.stringify(error) + String(error) + (error instanceof Error ? error.stack : '');
      if (error instanceof WherebyError) expect(all).not.toMatch(new RegExp(`${secret}|${usual.signature}`));
    }
  });
});

describe('a mistake of the receiver', () => {
  test.each([
    [{ id: 'parsed' }, /object.*raw/],
    [[1], /array/],
    [undefined, /missing/],
    [null, /missing/],
    [42, /number/],
  ])('such as the body %j is reported as such', async (body, errorText) => {
    const verdict = verifyWebhook({ body: body as never, signature: header, secret, now });
    await expect(verdict).rejects.toMatchObject({ code: 'WEBHOOK_BODY_PARSED' });
    await expect(verdict).rejects.toThrow(errorText);
    expect(await outcome(signWebhook({ body: body as never, secret }))).toBe('WEBHOOK_BODY_PARSED');
  });

  test.each([NaN, -1, '300' as never])('such as a tolerance of %s is reported as such', async (tolerance) => {
    expect(await outcome(verifyWebhook({ body: usual.body, signature: header, secret, tolerance, now }))).toBe(
      'WEBHOOK_OPTIONS_INVALID',
    );
  });

  test.each([NaN, -1, 1.5])('such as a timestamp of %s is reported as such', async (timestamp) => {
    expect(await outcome(signWebhook({ body: '{}', secret, timestamp }))).toBe('WEBHOOK_OPTIONS_INVALID');
  });

  test('such as a clock without a time lets nothing in', async () => {
    expect(await outcome(verifyWebhook({ body: usual.body, signature: header, secret, now: () => NaN }))).toBe(
      'WEBHOOK_TIMESTAMP',
    );
  });
});

test('verifyWebhook reads WHEREBY_WEBHOOK_SECRET at each call if no secret is passed', async () => {
  vi.stubEnv('WHEREBY_WEBHOOK_SECRET', secret);
  expect(await outcome(verifyWebhook({ body: usual.body, signature: header, now }))).toBe('event');
  expect(await signWebhook({ body: usual.body, timestamp: time })).toBe(header);
  vi.stubEnv('WHEREBY_WEBHOOK_SECRET', undefined);
  expect(await outcome(verifyWebhook({ body: usual.body, signature: header, now }))).toBe('WEBHOOK_SECRET_MISSING');
});

test('verifyWebhook accepts a header signed for two secrets with either of them', async () => {
  const both = await signWebhook({ body: usual.body, secret: ['old', 'new'], timestamp: time });
  for (const one of ['old', 'new'])
    expect(await outcome(verifyWebhook({ body: usual.body, signature: both, secret: one, now }))).toBe('event');
});

test('verifyWebhook does not mix up the keys of many secrets', async () => {
  for (const one of Array.from({ length: 60 }, (_, at) => `secret-${at % 20}`)) {
    const signature = await signWebhook({ body: usual.body, secret: one, timestamp: time });
    expect(await outcome(verifyWebhook({ body: usual.body, signature, secret: one, now }))).toBe('event');
    expect(await outcome(verifyWebhook({ body: usual.body, signature, secret: `${one}x`, now }))).toBe(
      'WEBHOOK_SIGNATURE_MISMATCH',
    );
  }
});

test.each([
  [{}, /"id"/],
  [[], /JSON object/],
  [null, /JSON object/],
  ['event', /JSON object/],
  [{ id: '', type: 'x', createdAt: '2025-02-03T09:15:00Z', data: {} }, /has no text "id"/],
  [{ id: 7, type: 'x', createdAt: '2025-02-03T09:15:00Z', data: {} }, /has no text "id"/],
  [{ id: 'a b', type: 'x', createdAt: '2025-02-03T09:15:00Z', data: {} }, /an "id" that is not 1 to 255 printable/],
  [{ id: 'a'.repeat(256), type: 'x', createdAt: '2025-02-03T09:15:00Z', data: {} }, /an "id" that is not 1 to 255/],
  [{ id: 'a', type: null, createdAt: '2025-02-03T09:15:00Z', data: {} }, /has no text "type"/],
  [{ id: 'a', type: '', createdAt: '2025-02-03T09:15:00Z', data: {} }, /has no text "type"/],
  [{ id: 'a', type: 'x', createdAt: 7, data: {} }, /has no text "createdAt"/],
  [{ id: 'a', type: 'x', createdAt: 'yesterday', data: {} }, /a "createdAt" that is not a time/],
  [{ id: 'a', type: 'x', createdAt: '2025-02-03T09:15:00Z', data: [] }, /"data"/],
  [{ id: 'a', type: 'x', createdAt: '2025-02-03T09:15:00Z', data: null }, /"data"/],
])('verifyWebhook rejects %j with WEBHOOK_EVENT_INVALID', async (value, errorText) => {
  const body = JSON.stringify(value);
  const verdict = verifyWebhook({ body, signature: await signWebhook({ body, secret }), secret });
  await expect(verdict).rejects.toMatchObject({ code: 'WEBHOOK_EVENT_INVALID' });
  await expect(verdict).rejects.toThrow(errorText);
});

test('verifyWebhook rejects JSON that is nested a hundred thousand deep, without a crash', async () => {
  const body = '['.repeat(100_000) + ']'.repeat(100_000);
  const signature = await signWebhook({ body, secret });
  expect(await outcome(verifyWebhook({ body, signature, secret }))).toMatch(/^WEBHOOK_(EVENT|BODY)_INVALID$/);
});

test('verifyWebhook verifies a body of 10 MB', async () => {
  const body = JSON.stringify({ ...JSON.parse(usual.body.toString()), more: 'm'.repeat(10_000_000) });
  const signature = await signWebhook({ body, secret });
  expect(await outcome(verifyWebhook({ body, signature, secret }))).toBe('event');
});

test('reports CRYPTO_MISSING in a runtime without Web Crypto', async () => {
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never);
  vi.stubGlobal('crypto', {});
  const verdict = verifyWebhook({ body: '{}', signature: `t=1,v1=${'0'.repeat(64)}`, secret: 'never used before' });
  await expect(verdict).rejects.toMatchObject({ code: 'CRYPTO_MISSING' });
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
