import type { StoredEvent } from './WebhookStore.js';

/** The meeting and the room of an event, as far as they are known. */
export interface Place {
  readonly meetingId: string | undefined;
  readonly roomName: string | undefined;
}

/** Reads which meeting and room an event belongs to. */
export function readEventPlace({ data }: StoredEvent): Place {
  const fields: Readonly<Record<string, unknown>> = data;
  return { meetingId: readText(fields.meetingId), roomName: readText(fields.roomName) };
}

const readText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
