/** Types of webhooks and metadata in the built package, as a backend sees them. */
import {
  createWebhookHandler,
  isWebhookEvent,
  memoryStore,
  summarizeAttendance,
  identifyAttendees,
  verifyMetadata,
  verifyWebhook,
} from 'react-whereby-embed/server';
import type {
  StoredEvent,
  UnknownWebhookEvent,
  WebhookData,
  WebhookEnvelope,
  WebhookEvent,
  WebhookEventOf,
} from 'react-whereby-embed/server';

export async function right(body: ArrayBuffer, signature: string | null, key: string): Promise<void> {
  const event = await verifyWebhook({ body, signature });
  // The envelope is checked, whatever the type.
  event satisfies WebhookEnvelope;
  event.id satisfies string;
  event.createdAt satisfies string;
  event.type satisfies string;
  event.data.roomName satisfies unknown;

  if (isWebhookEvent(event, 'room.client.joined')) {
    event satisfies WebhookEventOf<'room.client.joined'>;
    event.data.displayName satisfies string;
    event.data.meetingId satisfies string | null | undefined;
  } else if (isWebhookEvent(event)) {
    event satisfies WebhookEvent;
    event.data.roomName satisfies string;
    if (event.type === 'recording.finished') event.data satisfies WebhookData<'recording.finished'>;
  } else {
    // What is left is a type of its own, whose data stays unchecked.
    event satisfies UnknownWebhookEvent;
  }

  createWebhookHandler({
    on: { 'recording.finished': ({ data }) => void (data.filename satisfies string) },
    onUnknown: (unknown, problem) => void [unknown satisfies UnknownWebhookEvent, problem satisfies string],
    onAny: (any) => void (any satisfies WebhookEvent | UnknownWebhookEvent),
  });

  // What a store returns can be summarized, and its metadata verified, without a cast.
  const events: StoredEvent[] = await memoryStore().eventsOf('meeting');
  summarizeAttendance(events, { identities: await identifyAttendees(events, { key }) });
  (await verifyMetadata({ event, key })).externalId satisfies string | null;
}

export async function wrong(body: ArrayBuffer, signature: string | null): Promise<void> {
  const event = await verifyWebhook({ body, signature });
  // @ts-expect-error The fields of `data` are not checked yet.
  event.data.roomName satisfies string;
  // @ts-expect-error A type name alone does not prove the shape of `data`.
  if (event.type === 'recording.finished') event.data.filename satisfies string;
  // @ts-expect-error It may be of a type that is not in the registry.
  event satisfies WebhookEvent;
  // @ts-expect-error There is no such type.
  isWebhookEvent(event, 'room.client.jumped');
  // @ts-expect-error An event of presence has no file.
  if (isWebhookEvent(event, 'room.client.left')) event.data.filename satisfies unknown;
  // @ts-expect-error There is no such type.
  createWebhookHandler({ on: { 'room.client.jumped': () => undefined } });
}
