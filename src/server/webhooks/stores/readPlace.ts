import type { MeetingRef, StoredEvent } from './WebhookStore.js';

interface Place {
  readonly meetingId: string | undefined;
  readonly roomName: string | undefined;
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Which meeting and room an event says it belongs to. */
export const readPlace = ({ data }: StoredEvent): Place => ({
  meetingId: textOf((data as Record<string, unknown>).meetingId),
  roomName: textOf(data.roomName),
});

/** The two ways to name a meeting as one. */
export const readMeetingPlace = (meeting: MeetingRef): Place =>
  typeof meeting === 'string'
    ? { meetingId: meeting, roomName: undefined }
    : { meetingId: textOf(meeting.meetingId), roomName: textOf(meeting.roomName) };

/** By `createdAt`, then by id, so that the order is the same wherever events are kept. */
export const sortEvents = (events: StoredEvent[]): StoredEvent[] =>
  events.sort(
    (one, other) =>
      Date.parse(one.createdAt) - Date.parse(other.createdAt) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  );
