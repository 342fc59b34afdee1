import fc from 'fast-check';
import { WherebyError } from '../../src/errors/WherebyError.js';
import { createWebhookHandler } from '../../src/server/webhooks/createWebhookHandler.js';
import { signWebhook } from '../../src/server/webhooks/signWebhook.js';
import { verifyWebhook } from '../../src/server/webhooks/verifyWebhook.js';
import type { FuzzRun } from './FuzzRun.js';

const secret = 'the-secret-of-the-fuzz';
const time = 1_738_574_101;
const now = () => time * 1000;

const good = JSON.stringify({
  id: 'event-1',
  apiVersion: '1.0',
  createdAt: '2025-02-03T09:15:00.250Z',
  type: 'room.client.left',
  data: { roomName: '/r', participantId: 'p', displayName: 'Æ', metadata: null, externalId: null, roleName: 'host' },
});
const goodHeader = await signWebhook({ body: good, secret, timestamp: time });
const [, goodSignature] = goodHeader.split('v1=') as [string, string];

const part = fc.oneof(
  fc.constantFrom(
    `t=${time}`,
    `v1=${goodSignature}`,
    `v0=${goodSignature}`,
    't=',
    'v1=',
    '=',
    't',
    `t= ${time}`,
    't=1e9',
  ),
  fc.string({ maxLength: 20 }),
  fc.integer().map((number) => `t=${number}`),
  fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEFxyz'), maxLength: 70 }).map((hex) => `v1=${hex}`),
);
const header = fc.oneof(
  fc.array(part, { maxLength: 6 }).map((parts) => parts.join(',')),
  fc
    .tuple(fc.nat(goodHeader.length), fc.string({ maxLength: 3 }), fc.nat(3))
    .map(([at, put, cut]) => goodHeader.slice(0, at) + put + goodHeader.slice(at + cut)),
  fc.constant(goodHeader),
  fc.string(),
);
const body = fc.oneof(
  fc.constant(new TextEncoder().encode(good)),
  fc
    .tuple(fc.nat(good.length), fc.string({ maxLength: 3 }), fc.nat(3))
    .map(([at, put, cut]) => new TextEncoder().encode(good.slice(0, at) + put + good.slice(at + cut))),
  fc.json().map((json) => new TextEncoder().encode(json)),
  fc.uint8Array({ maxLength: 64 }).map((bytes) => new Uint8Array(bytes)),
);

let accepted = 0;
/** White space around a part, its name and its value says nothing: the verifier passes over it too. */
const parts = (text: string) =>
  text.split(',').map((one) =>
    one
      .split('=')
      .map((side) => side.trim())
      .join('='),
  );

const { getBuiltinModule } = process;

const forgeries = fc.asyncProperty(header, body, fc.boolean(), async (signature, bytes, onNode) => {
  // Without that module, signatures are made with Web Crypto.
  process.getBuiltinModule = (onNode ? getBuiltinModule : () => undefined) as typeof getBuiltinModule;
  try {
    await verifyWebhook({ body: bytes, signature, secret, now });
  } catch (error) {
    if (error instanceof WherebyError) return;
    throw error;
  } finally {
    process.getBuiltinModule = getBuiltinModule;
  }
  accepted++;
  // Whatever else stands in the header, it has the time and the signature that were made for these very bytes.
  const all = parts(signature);
  const asSigned = Buffer.from(bytes).equals(Buffer.from(good));
  if (
    !asSigned ||
    !all.includes(`v1=${goodSignature}`) ||
    !all.some((one) => one.startsWith('t=') && one.endsWith(String(time)))
  )
    throw new Error(`accepted though it was not signed: ${signature}`);
});

const handle = createWebhookHandler({ secret, now, onError: () => undefined });
const anything = fc.oneof(
  fc.json().map((json) => JSON.parse(json) as unknown),
  fc.record(
    {
      id: fc.oneof(fc.string(), fc.constant(null)),
      type: fc.oneof(
        fc.constantFrom('room.client.joined', 'room.client.left', 'constructor', '__proto__'),
        fc.string(),
      ),
      createdAt: fc.oneof(
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        fc.string(),
      ),
      data: fc.oneof(fc.object({ withNullPrototype: true }), fc.constant(null), fc.constant([])),
    },
    { requiredKeys: [] },
  ),
);

/** Rightly signed, whatever it is: an answer of the table, never a rejection. */
const signed = fc.asyncProperty(anything, async (value) => {
  const text = JSON.stringify(value);
  const signature = await signWebhook({ body: text, secret, timestamp: time });
  const response = await handle(
    new Request('https://app.example/', {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/json', 'whereby-signature': signature },
    }),
  );
  if (![200, 400].includes(response.status)) throw new Error(`${response.status} for ${text}`);
});

/**
 * Damaged headers and bodies at the webhook receiver. Nothing but a `WherebyError` may be thrown, and nothing may be
 * accepted that was not signed exactly so.
 */
export async function run({ numRuns, seed }: FuzzRun): Promise<string> {
  accepted = 0;
  const signedRuns = Math.ceil(numRuns / 10);
  await fc.assert(forgeries, { numRuns, seed });
  await fc.assert(signed, { numRuns: signedRuns, seed });
  return `${numRuns} headers and bodies, ${signedRuns} signed bodies: nothing forged was accepted (${accepted} genuine ones were), nothing was thrown`;
}
