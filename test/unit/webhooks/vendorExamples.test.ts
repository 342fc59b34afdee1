import { createWebhookHandler, isWebhookEvent, signWebhook } from 'react-whereby-embed/server';
import type { WebhookEventType } from 'react-whereby-embed/server';
import { expect, test, vi } from 'vitest';

const secret = 'of-the-examples';

const send = async (event: object, options: Partial<Parameters<typeof createWebhookHandler>[0]>) => {
  const body = JSON.stringify(event);
  const headers = { 'whereby-signature': await signWebhook({ body, secret }) };
  const handle = createWebhookHandler({ secret, ...options });
  return (await handle(new Request('https://app.example/', { method: 'POST', body, headers }))).status;
};

const counts = { roleName: 'host', numClients: 8, numClientsByRoleName: { host: 1, visitor: 7 } };
const envelope = { id: 'a1', apiVersion: '1.0', createdAt: '2021-05-06T07:08:09.123Z' };

const transcription = {
  roomName: '/demo',
  transcriptionId: 't',
  status: 'ready',
  filename: 'a.md',
  durationInSeconds: 61.5,
};

/** In the form of what Whereby publishes, of several years. */
const examples = {
  'room.client.joined': [
    { ...counts, displayName: 'Kim', meetingId: '7', roomName: '/demo', metadata: 'm', externalId: 'e' },
    { ...counts, displayName: 'Kim', meetingId: '7', roomName: '/demo' },
    { ...counts, displayName: 'Kim', roomName: '/demo', participantId: 'p', metadata: null, externalId: null },
    { ...counts, displayName: 'Kim', roomName: '/demo', numClients: 1, numClientsByRoleName: { host: 1, visitor: 0 } },
  ],
  'room.client.left': [{ ...counts, displayName: 'Kim', meetingId: '7', roomName: '/demo', subdomain: 'acme' }],
  'room.client.knocked': [{ displayName: 'Kim', meetingId: '7', roomName: '/demo', roomSessionId: null }],
  'room.client.knockCancelled': [{ displayName: '[[redacted]]', roomName: '/demo', participantId: 'p' }],
  'room.session.started': [{ meetingId: '7', roomName: '/demo', subdomain: 'acme' }],
  'room.session.ended': [{ roomName: '/demo' }],
  'transcription.started': [
    { roomName: '/demo', transcriptionId: 't', type: 'LIVE_TRANSCRIPTION', status: 'in_progress' },
    {
      roomName: '/demo',
      transcriptionId: 't',
      type: 'RECORDING_TRANSCRIPTION',
      status: 'in_progress',
      subdomain: 'acme',
    },
  ],
  'transcription.finished': [
    { ...transcription, type: 'LIVE_TRANSCRIPTION', storageType: 'WHEREBY_HOSTED' },
    { ...transcription, type: 'RECORDING_TRANSCRIPTION', storageType: 'SELF_HOSTED', recordingId: 'r' },
  ],
  'transcription.failed': [
    { roomName: '/demo', transcriptionId: 't', type: 'LIVE_TRANSCRIPTION', status: 'failed' },
    { roomName: '/demo', transcriptionId: 't', type: 'LIVE_TRANSCRIPTION', status: 'failed', error: 'no audio' },
  ],
  'recording.finished': [{ roomName: '/demo', filename: 'a.mp4', recordingId: 'r', status: 'completed' }],
  'assistant.requested': [
    { roomName: '/demo', meetingId: '7' },
    { roomName: '/demo', roomSessionId: 's' },
  ],
} satisfies Readonly<Record<WebhookEventType, readonly object[]>>;

const rows = Object.entries(examples).flatMap(([type, list]) => list.map((data) => ({ ...envelope, type, data })));

test.each(rows)('an event as Whereby publishes it reaches its function: $type $data', async (event) => {
  const ran = vi.fn();
  const errors = vi.fn();
  expect(await send(event, { on: { [event.type]: ran }, onError: errors })).toBe(200);
  expect(ran).toHaveBeenCalledWith(event);
  expect(errors).not.toHaveBeenCalled();
  expect(isWebhookEvent(event)).toBe(true);
});

const unfit = {
  ...envelope,
  type: 'room.client.joined',
  data: { ...counts, numClients: '8', displayName: 'Kim', roomName: '/r' },
};

test('an event of a known type that does not fit is reported once, with the field, unless onUnknown receives it', async () => {
  const ran = vi.fn();
  const errors: unknown[] = [];
  const options = { on: { 'room.client.joined': ran }, onError: (error: unknown) => void errors.push(error) };
  expect(await send(unfit, options)).toBe(200);
  expect(errors).toMatchObject([
    { code: 'WEBHOOK_EVENT_UNFIT', message: expect.stringContaining('data.numClients') as string },
  ]);
  expect(String(errors[0])).not.toContain('Kim');
  expect(ran).not.toHaveBeenCalled();

  const onUnknown = vi.fn();
  expect(await send(unfit, { ...options, onUnknown })).toBe(200);
  expect(onUnknown).toHaveBeenCalledOnce();
  expect(errors).toHaveLength(1);
});

test('an event of a type that is newer than this version is not reported', async () => {
  const errors = vi.fn();
  expect(await send({ ...unfit, type: 'room.client.waved' }, { onError: errors })).toBe(200);
  expect(errors).not.toHaveBeenCalled();
});
