import { expect } from 'playwright/test';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { patience } from '../../support/patience.js';
import type { PackedServer } from './importPacked.js';

interface Backend {
  readonly origin: string;
  /** Everything the app has printed. */
  readOutput(): string;
}

/** Sends an event unsigned, signed by somebody else, and twice as it should be: its function runs once. */
async function checkWebhooks({ origin, readOutput }: Backend, { signWebhook }: PackedServer, service: Sandbox) {
  const displayName = `Ada ${crypto.randomUUID()}`;
  const body = JSON.stringify(service.trigger('room.client.joined', { data: { displayName } }));
  const post = async (signature: string) =>
    (
      await fetch(`${origin}/webhooks/whereby`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'whereby-signature': signature },
        body,
      })
    ).status;
  const right = await signWebhook({ body, secret: service.webhookSecret });
  const forged = await signWebhook({ body, secret: 'somebody else' });
  expect(await post(''), 'an unsigned webhook is refused').toBe(401);
  expect(await post(forged), 'a forged webhook is refused').toBe(401);
  expect(await post(right), 'a signed webhook is accepted').toBe(200);
  expect(await post(right), 'a webhook that arrives twice is accepted').toBe(200);
  const countRuns = () => readOutput().split(`joined: ${displayName}`).length - 1;
  await expect.poll(countRuns, { message: 'a webhook is handled once', timeout: patience }).toBe(1);
}

/** Ten people ask for the meeting of one key at the same time: there is one meeting, and all of them get it. */
async function checkMeetings({ origin }: Backend, service: Sandbox) {
  const post = (headers: Readonly<Record<string, string>>) =>
    fetch(`${origin}/api/whereby/meetings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ key: 'lesson-1' }),
    });
  expect((await post({})).status, 'nobody gets in without a token').toBe(401);
  const responses = await Promise.all(Array.from({ length: 10 }, () => post({ authorization: 'Bearer teacher' })));
  const meetings = (await Promise.all(responses.map((response) => response.json()))) as { meetingId: string }[];
  expect(
    responses.map(({ status }) => status),
    JSON.stringify(meetings),
  ).toEqual(responses.map(() => 200));
  expect(new Set(meetings.map(({ meetingId }) => meetingId)).size, 'all get the same meeting').toBe(1);
  const created = service.log().filter(({ method, path }) => method === 'POST' && path.endsWith('/meetings'));
  expect(created, 'one meeting is created').toHaveLength(1);
}

/** What every backend must do, whatever it runs on. */
export async function checkBackend(backend: Backend, server: PackedServer, service: Sandbox): Promise<void> {
  await checkWebhooks(backend, server, service);
  await checkMeetings(backend, service);
}
