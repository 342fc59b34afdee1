import { createWebhookHandler, signWebhook } from 'react-whereby-embed/server';
import { expect, test } from 'vitest';

const secret = 'of-the-worker';

const send = async (handle: ReturnType<typeof createWebhookHandler>, id: string) => {
  const body = JSON.stringify({
    id,
    type: 'room.session.ended',
    createdAt: new Date().toISOString(),
    data: { roomName: '/r' },
  });
  const headers = { 'whereby-signature': await signWebhook({ body, secret }) };
  const response = await handle(new Request('https://app.example/hook', { method: 'POST', body, headers }));
  return ((await response.json()) as { result?: string }).result;
};

test('handlers that are made in each request, for its waitUntil, handle an event once', async () => {
  let ran = 0;
  const handleRequest = (id: string, context: { waitUntil(work: Promise<unknown>): void }) =>
    send(createWebhookHandler({ secret, waitUntil: (work) => context.waitUntil(work), onAny: () => void ran++ }), id);
  const results = [];
  for (let attempt = 0; attempt < 3; attempt++)
    results.push(await handleRequest('per-request', { waitUntil: () => undefined }));
  expect([results, ran]).toEqual([['handled', 'duplicate', 'duplicate'], 1]);
});

test('handlers that do something else have memory of their own', async () => {
  const ran: string[] = [];
  const waitUntil = () => undefined;
  const attendance = createWebhookHandler({ secret, waitUntil, onAny: () => void ran.push('attendance') });
  const billing = createWebhookHandler({ secret, waitUntil, onAny: () => void ran.push('billing') });
  await send(attendance, 'for-both');
  await send(billing, 'for-both');
  expect(ran).toEqual(['attendance', 'billing']);
});

test('handlers without waitUntil have memory of their own', async () => {
  let ran = 0;
  for (let made = 0; made < 2; made++) await send(createWebhookHandler({ secret, onAny: () => void ran++ }), 'twice');
  expect(ran).toBe(2);
});
