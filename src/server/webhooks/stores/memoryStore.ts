import { defaultLease } from './defaultLease.js';
import { findMeetingEvents } from './findMeetingEvents.js';
import { readEventPlace } from './readEventPlace.js';
import type { Place } from './readEventPlace.js';
import { readStoreTime } from './readStoreTime.js';
import type { StoredEvent, WebhookStore } from './WebhookStore.js';

export interface MemoryStoreOptions {
  /**
   * How long a claim holds, in milliseconds. Must be longer than the slowest function takes. Defaults to 10 s. With 0 or
   * `Infinity` it holds until it is completed or released: the event of a process that died is then never handled.
   */
  readonly lease?: number | undefined;
  /** How many events are kept; the oldest are dropped first. Defaults to 100,000. */
  readonly maxEvents?: number | undefined;
  /** The time now in milliseconds. Defaults to `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/**
 * Creates a store in the memory of one process: for development, tests, and apps of one process that may forget
 * everything when it restarts. Other apps need `kyselyStore` or `redisStore`.
 *
 * Throws `WEBHOOK_OPTIONS_INVALID`.
 */
export function memoryStore({
  lease: wantedLease = defaultLease,
  maxEvents = 100_000,
  now = Date.now,
}: MemoryStoreOptions = {}): WebhookStore {
  const lease = readStoreTime('lease', wantedLease);
  const claims = new Map<string, { readonly token: string; readonly until: number }>();
  const events = new Map<string, StoredEvent>();
  let lastToken = 0;

  const filter = async (matches: (place: Place) => boolean) =>
    [...events.values()].filter((event) => matches(readEventPlace(event)));

  return {
    async claim(id) {
      if (events.has(id)) return { state: 'done' };
      const current = claims.get(id);
      if (current && current.until > now()) return { state: 'busy' };
      const token = `${++lastToken}`;
      claims.set(id, { token, until: now() + lease });
      return { state: 'won', token };
    },
    async complete(id, event) {
      claims.delete(id);
      events.set(id, event);
      if (events.size > maxEvents) events.delete(events.keys().next().value!);
    },
    async release(id, token) {
      if (claims.get(id)?.token === token) claims.delete(id);
    },
    eventsOf: (meeting) =>
      findMeetingEvents(meeting, {
        ofMeeting: (meetingId) => filter((place) => place.meetingId === meetingId),
        ofMeetingsInRoom: (roomName) => filter((place) => !!place.meetingId && place.roomName === roomName),
        ofRooms: (roomNames) =>
          filter((place) => !place.meetingId && !!place.roomName && roomNames.includes(place.roomName)),
      }),
  };
}
