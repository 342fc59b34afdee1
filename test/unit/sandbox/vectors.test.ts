import { expect, test } from 'vitest';
import { send } from '../../../src/sandbox/server/deliveries/send.js';
import { defaultDeliverySettings } from '../../../src/sandbox/server/deliveries/types.js';
import { time, vectors } from '../webhooks/support/vectors.js';
import { startReceiver } from './support/createTestSandbox.js';

const settings = { ...defaultDeliverySettings, signatureTime: 'sandbox' } as const;

/** The sandbox sends texts: of the vectors, those that are. */
const texts = vectors.filter(({ body }) => Buffer.from(body.toString('utf8')).equals(body));

test.each(texts.map((vector) => [vector.name, vector] as const))(
  'what the sandbox sends arrives byte for byte and signed as openssl signs it: %s',
  async (_name, { body, secret, signature }) => {
    const { url, received } = await startReceiver();
    const { attempt } = await send({
      endpoint: { id: 'e', url, secret },
      body: body.toString('utf8'),
      settings,
      now: () => time * 1_000,
    });
    expect(attempt).toMatchObject({ status: 200, signature: `t=${time},v1=${signature}` });
    expect(received.map((one) => one.signature)).toEqual([`t=${time},v1=${signature}`]);
    expect(received[0]?.body).toBe(body.toString('utf8'));
  },
);

test('all but what is no text is tried', () => {
  expect(texts.length).toBeGreaterThan(vectors.length - 3);
});
