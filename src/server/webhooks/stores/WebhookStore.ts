import type { UnknownWebhookEvent, WebhookEvent } from '../events.js';

/** What a store keeps: an event as it came, of whatever type. */
export type StoredEvent = WebhookEvent | UnknownWebhookEvent;

/** A meeting by its id, by the name of its room, or by both; a text alone is the id. */
export type MeetingRef = string | { readonly meetingId?: string | undefined; readonly roomName?: string | undefined };

/**
 * What a claim is answered with: `won` with a token, `done` where the event was handled before, `busy` where
 * someone is at it and their lease has not run out.
 */
export type Claim =
  { readonly state: 'won'; readonly token: string } | { readonly state: 'done' } | { readonly state: 'busy' };

/**
 * Remembers which events were handled, and the events. Of any number of claims to one id at one time, in any
 * number of processes, exactly one is won. A verb that fails rejects; the handler then answers so that the event
 * is sent again.
 */
export interface WebhookStore {
  /** Asks for the right to handle an event. The right is lost when the store's lease runs out. */
  claim(id: string): Promise<Claim>;
  /** Notes that an event is handled, for good, and keeps it. May be called again. */
  complete(id: string, event: StoredEvent): Promise<void>;
  /** Gives a claim back, so that the next one wins. Does nothing where the token is no longer the claim's. */
  release(id: string, token: string): Promise<void>;
  /**
   * The events of a meeting, by `createdAt`. Events that carry no `meetingId` (recordings, transcriptions) belong to
   * the meetings of their room.
   */
  eventsOf(meeting: MeetingRef): Promise<StoredEvent[]>;
}

/**
 * How long a claim holds where a store is not told otherwise, in milliseconds. Longer than handlers take, and shorter
 * than the time over which a sender retries: else the event of a process that died is lost.
 */
export const defaultLease = 10_000;
