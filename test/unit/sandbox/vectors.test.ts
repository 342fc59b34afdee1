import { afterAll, expect, test } from 'vitest';
import { createAgents } from '../../../src/sandbox/server/deliveries/createAgents.js';
import { send } from '../../../src/sandbox/server/deliveries/send.js';
import { defaultDeliverySettings } from '../../../src/sandbox/server/deliveries/types.js';
import { time, vectors } from '../webhooks/support/vectors.js';
import { startReceiver } from './support/startReceiver.js';

const agents = createAgents();
afterAll(agents.close);

const settings = { ...defaultDeliverySettings, signatureTime: 'sandbox' } as const;

/** The vectors whose body is text, which is all that the sandbox sends. */
const textVectors = vectors.filter(({ body }) => Buffer.from(body.toString('utf8')).equals(body));

test.each(textVectors.map((vector) => [vector.name, vector] as const))(
  'a delivery arrives byte for byte, with the signature that openssl computes: %s',
  async (_name, { body, secret, signature }) => {
    const { url, received } = await startReceiver();
    const { attempt } = await send({
      endpoint: { id: 'e', url, secret },
      body: body.toString('utf8'),
      settings,
      now: () => time * 1_000,
      agents,
    });
    expect(attempt).toMatchObject({ status: 200, signature: `t=${time},v1=${signature}` });
    expect(received.map((one) => one.signature)).toEqual([`t=${time},v1=${signature}`]);
    expect(received[0]?.body).toBe(body.toString('utf8'));
  },
);

test('every vector whose body is text is tried', () => {
  expect(textVectors.length).toBeGreaterThan(vectors.length - 3);
});
