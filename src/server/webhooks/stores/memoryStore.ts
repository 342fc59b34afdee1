import { LimitedMap } from '../../LimitedMap.js';
import { defaultLease } from './defaultLease.js';
import { findMeetingEvents } from './findMeetingEvents.js';
import { readEventPlace } from './readEventPlace.js';
import type { Place } from './readEventPlace.js';
import { readStoreTime } from './readStoreTime.js';
import type { BuiltInStore, StoredEvent } from './WebhookStore.js';

export interface MemoryStoreOptions {
  /**
   * How long a claim holds unless it is renewed, in milliseconds. Defaults to 3 s. With 0 or `Infinity` it holds
   * until it is completed or released: the event of a process that died is then never handled.
   */
  readonly lease?: number | undefined;
  /** How many events are kept; the oldest are dropped first. Defaults to 100,000. */
  readonly maxEvents?: number | undefined;
  /** The time now in milliseconds. Defaults to `performance.now`, which nobody sets back. */
  readonly now?: (() => number) | undefined;
}

interface MemoryClaim {
  readonly token: string;
  readonly until: number;
  readonly event: StoredEvent | undefined;
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
  now = () => performance.now(),
}: MemoryStoreOptions = {}): BuiltInStore {
  const lease = readStoreTime('lease', wantedLease);
  /** Whatever changes is put last, because the order is that in which abandoned events are handed out again. */
  const claims = new LimitedMap<string, MemoryClaim>(maxEvents);
  const events = new LimitedMap<string, StoredEvent>(maxEvents);
  let lastToken = 0;

  const filter = async (matches: (place: Place) => boolean) =>
    [...events.values()].filter((event) => matches(readEventPlace(event)));

  return {
    lease,
    async claim(key, event) {
      if (events.has(key)) return { state: 'done' };
      const current = claims.get(key);
      if (current && current.until > now()) return { state: 'busy' };
      const token = `${++lastToken}`;
      claims.setLast(key, { token, until: now() + lease, event });
      return { state: 'won', token };
    },
    async renew(key, token) {
      const current = claims.get(key);
      if (current?.token !== token) return false;
      claims.setLast(key, { ...current, until: now() + lease });
      return true;
    },
    async complete(key, event) {
      claims.delete(key);
      events.set(key, event);
    },
    async release(key, token, retryAfter = 0) {
      const current = claims.get(key);
      if (current?.token === token) claims.setLast(key, { ...current, until: now() + retryAfter });
    },
    abandoned: async () =>
      [...claims].flatMap(([key, { until, event }]) => (event && until <= now() ? [{ key, event }] : [])),
    eventsOf: (meeting) =>
      findMeetingEvents(meeting, {
        ofMeeting: (meetingId) => filter((place) => place.meetingId === meetingId),
        ofMeetingsInRoom: (roomName) => filter((place) => !!place.meetingId && place.roomName === roomName),
        ofRooms: (roomNames) =>
          filter((place) => !place.meetingId && !!place.roomName && roomNames.includes(place.roomName)),
      }),
  };
}
