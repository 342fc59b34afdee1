import type { UnknownWebhookEvent, WebhookEvent } from '../events.js';

/** An event as a store keeps it: as it was received, whatever its type. Narrow it with `isWebhookEvent`. */
export type StoredEvent = WebhookEvent | UnknownWebhookEvent;

/** A meeting by its id, by the name of its room, or by both. A text alone is the id. */
export type MeetingRef = string | { readonly meetingId?: string | undefined; readonly roomName?: string | undefined };

/**
 * The outcome of a claim. `won`: handle the event, and keep the token for `release`. `done`: the event was handled before.
 * `busy`: someone else is handling it, and their lease has not run out.
 */
export type Claim =
  { readonly state: 'won'; readonly token: string } | { readonly state: 'done' } | { readonly state: 'busy' };

/**
 * Remembers which events were handled, and keeps them. Of any number of concurrent claims to one id, in any number of
 * processes, exactly one is won. A method that fails rejects; the handler then responds so that the event is sent again.
 */
export interface WebhookStore {
  /** Claims the right to handle an event. The right is lost when the store's lease runs out. */
  claim(id: string): Promise<Claim>;
  /** Records for good that an event is handled, and keeps it. May be called again, and without a claim. */
  complete(id: string, event: StoredEvent): Promise<void>;
  /** Gives a claim back, so that the next one wins. Does nothing if the claim no longer has this token. */
  release(id: string, token: string): Promise<void>;
  /**
   * Reads the events of a meeting, sorted by `createdAt`. Events that carry no `meetingId` (recordings, transcriptions)
   * belong to every meeting of their room.
   */
  eventsOf(meeting: MeetingRef): Promise<StoredEvent[]>;
}
