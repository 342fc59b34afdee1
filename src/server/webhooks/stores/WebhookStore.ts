import type { UnknownWebhookEvent, WebhookEvent } from '../events.js';

/** An event as a store keeps it: as it was received, whatever its type. Narrow it with `isWebhookEvent`. */
export type StoredEvent = WebhookEvent | UnknownWebhookEvent;

/** A meeting by its id, by the name of its room, or by both. A text alone is the id. */
export type MeetingRef = string | { readonly meetingId?: string | undefined; readonly roomName?: string | undefined };

/**
 * The outcome of a claim. `won`: handle the event, and keep the token for `renew` and `release`. `done`: the event was
 * handled before. `busy`: someone else is handling it, and their lease has not run out.
 */
export type Claim =
  { readonly state: 'won'; readonly token: string } | { readonly state: 'done' } | { readonly state: 'busy' };

/** An event that was claimed and not handled: a function failed, or its process died. */
export interface AbandonedEvent {
  readonly key: string;
  readonly event: StoredEvent;
}

/**
 * Remembers which events were handled, and keeps them. Of any number of concurrent claims to one key, in any number of
 * processes, exactly one is won. A method that throws or rejects makes the handler respond so that the event is sent
 * again. Methods may return promises or plain values.
 *
 * A key is at most 255 printable ASCII characters: the event's id, preceded by the handler's `name` if it has one.
 */
export interface WebhookStore {
  /** How long a claim holds unless it is renewed, in milliseconds. The handler renews after a third of it. Defaults to 3 s. */
  readonly lease?: number | undefined;
  /** Claims the right to handle an event, and keeps the event from then on. The right is lost when the lease runs out. */
  claim(key: string, event: StoredEvent): Claim | Promise<Claim>;
  /**
   * Starts the lease again, and returns whether the claim still has this token. A store without it has claims that end
   * while long functions run.
   */
  readonly renew?: ((key: string, token: string) => boolean | Promise<boolean>) | undefined;
  /** Records for good that an event is handled, and keeps it. May be called again, and without a claim. */
  complete(key: string, event: StoredEvent): void | Promise<void>;
  /**
   * Gives a claim back, so that the next one wins: at once, or `retryAfter` milliseconds later, until when claims are busy
   * and the event is not abandoned. Does nothing if the claim no longer has this token.
   */
  release(key: string, token: string, retryAfter?: number): void | Promise<void>;
  /** Lists events that were claimed, are not handled and that nobody holds, those that wait longest first. For `handleAbandoned`. */
  readonly abandoned?: (() => readonly AbandonedEvent[] | Promise<readonly AbandonedEvent[]>) | undefined;
  /**
   * Reads the handled events of a meeting, sorted by `createdAt`, each once. Events that carry no `meetingId` (recordings,
   * transcriptions) belong to every meeting of their room.
   */
  eventsOf(meeting: MeetingRef): StoredEvent[] | Promise<StoredEvent[]>;
}

/** A store of this package: it has every method, and all of them return promises. */
export interface BuiltInStore extends WebhookStore {
  readonly lease: number;
  /** Without the event, the claim cannot be handed out again. */
  claim(key: string, event?: StoredEvent): Promise<Claim>;
  readonly renew: (key: string, token: string) => Promise<boolean>;
  complete(key: string, event: StoredEvent): Promise<void>;
  release(key: string, token: string, retryAfter?: number): Promise<void>;
  readonly abandoned: () => Promise<readonly AbandonedEvent[]>;
  eventsOf(meeting: MeetingRef): Promise<StoredEvent[]>;
}
