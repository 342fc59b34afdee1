import { compareTexts } from '../../compareTexts.js';
import { readEventPlace } from './readEventPlace.js';
import type { MeetingRef, StoredEvent } from './WebhookStore.js';

/** How a store looks up its events. */
export interface EventLookup {
  /** The events of a meeting. */
  ofMeeting(meetingId: string): Promise<StoredEvent[]>;
  /** The events of all meetings of a room. */
  ofMeetingsInRoom(roomName: string): Promise<StoredEvent[]>;
  /** The events that name one of these rooms, but no meeting. */
  ofRooms(roomNames: readonly string[]): Promise<StoredEvent[]>;
}

/**
 * Finds the events of a meeting, and those that name only its room, in the order they happened. An event that several
 * handlers have handled is stored by each, and found once.
 */
export async function findMeetingEvents(meeting: MeetingRef, lookup: EventLookup): Promise<StoredEvent[]> {
  const { meetingId, roomName }: Exclude<MeetingRef, string> =
    typeof meeting === 'string' ? { meetingId: meeting } : meeting;
  const own = meetingId ? await lookup.ofMeeting(meetingId) : roomName ? await lookup.ofMeetingsInRoom(roomName) : [];
  const rooms = new Set([roomName || undefined, ...own.map((event) => readEventPlace(event).roomName)]);
  const roomNames = [...rooms].filter((name) => name !== undefined);
  const roomOnly = roomNames.length > 0 ? await lookup.ofRooms(roomNames) : [];
  const byId = new Map([...own, ...roomOnly].map((event) => [event.id, event]));
  return [...byId.values()].sort(compareEvents);
}

/** By `createdAt`, then by id, so that every store returns the same order. */
const compareEvents = (one: StoredEvent, other: StoredEvent) =>
  Date.parse(one.createdAt) - Date.parse(other.createdAt) || compareTexts(one.id, other.id);
