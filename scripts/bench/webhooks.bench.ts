import Stripe from 'stripe';
import { signWebhook } from '../../src/server/webhooks/signWebhook.js';
import { verifyWebhook } from '../../src/server/webhooks/verifyWebhook.js';
import type { BenchRow } from './row.js';

const secret = 'a-secret-of-the-bench';
const atOnce = 2000;
const rounds = 25;

const body = new TextEncoder().encode(
  JSON.stringify({
    id: 'f0'.repeat(32),
    apiVersion: '1.0',
    createdAt: new Date().toISOString(),
    type: 'room.client.joined',
    data: {
      meetingId: '7041',
      roomName: '/3b1f2c60-8a54-4cf4-9d0e-1b7a0f6f9a10',
      roomSessionId: '0e1bb2b0-5c1e-4d55-a8b1-1f0a6c2f8b11',
      subdomain: 'acme',
      displayName: 'Somebody',
      participantId: '5d1c0a9e-0000-4000-8000-000000000001',
      metadata: null,
      externalId: 'person-1',
      roleName: 'host',
      numClients: 3,
      numClientsByRoleName: { host: 1, visitor: 2 },
      isDialIn: false,
    },
  }),
);

/** How many a second, one after another. */
async function rate(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let at = 0; at < atOnce; at++) await work();
  return (atOnce / (performance.now() - start)) * 1000;
}

/** Verification against bare Web Crypto with `JSON.parse`, and against another implementation of the scheme, in one run. */
export async function run(): Promise<BenchRow[]> {
  const signature = await signWebhook({ body, secret });
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const text = decoder.decode(body);
  const works = {
    ours: () => verifyWebhook({ body, signature, secret }),
    bare: async () => {
      await crypto.subtle.sign('HMAC', key, body);
      return JSON.parse(decoder.decode(body)) as unknown;
    },
    // With the crypto provider it has on Node where none is passed: `createHmac` of the built-in module.
    stripe: () => Stripe.webhooks.constructEventAsync(body as Buffer, signature, secret),
    oursOfText: () => verifyWebhook({ body: text, signature, secret }),
    stripeOfText: () => Stripe.webhooks.constructEventAsync(text, signature, secret),
  };
  type Work = keyof typeof works;
  const names = Object.keys(works) as Work[];
  for (const name of names) await rate(works[name]);
  // In turns, so that whatever else the machine does is shared: the middle of the rounds counts.
  const rates = new Map<Work, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 ? names.toReversed() : names) rates.get(name)!.push(await rate(works[name]));
  const middle = (values: readonly number[]) => values.toSorted((one, other) => one - other)[rounds >> 1]!;
  const aSecond = (name: Work) => Math.round(middle(rates.get(name)!));
  const times = (name: Work, other: Work) =>
    middle(rates.get(name)!.map((value, round) => value / rates.get(other)![round]!));
  const bare = times('ours', 'bare');
  const stripe = times('ours', 'stripe');
  const stripeOfText = times('oursOfText', 'stripeOfText');
  return [
    {
      name: 'verifyWebhook, times bare Web Crypto HMAC and JSON.parse',
      value: `${bare.toFixed(2)} (${aSecond('ours')}/s)`,
      target: '>= 0.5',
      ok: bare >= 0.5,
    },
    {
      name: "verifyWebhook, times stripe's constructEventAsync (createHmac), body as bytes",
      value: `${stripe.toFixed(2)} (${aSecond('stripe')}/s)`,
      target: '>= 1',
      ok: stripe >= 1,
    },
    {
      name: 'the same, body as a text',
      value: stripeOfText.toFixed(2),
      target: '>= 1',
      ok: stripeOfText >= 1,
    },
  ];
}
