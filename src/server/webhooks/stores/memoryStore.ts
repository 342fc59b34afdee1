import { sortEvents, readMeetingPlace, readPlace } from './readPlace.js';
import { defaultLease } from './WebhookStore.js';
import type { StoredEvent, WebhookStore } from './WebhookStore.js';

export interface MemoryStoreOptions {
  /** How long a claim holds, in milliseconds; 10 s where left out. Longer than the slowest handler takes. */
  readonly lease?: number | undefined;
  /** How many events are kept; the oldest go first. 100,000 where left out. */
  readonly maxEvents?: number | undefined;
  /** The time now in milliseconds; `Date.now` where left out. */
  readonly now?: (() => number) | undefined;
}

/**
 * A store in the memory of one process: for development, tests, and apps of one process that may forget everything
 * when it restarts. Everything else needs `kyselyStore` or `redisStore`.
 */
export function memoryStore({
  lease = defaultLease,
  maxEvents = 100_000,
  now = Date.now,
}: MemoryStoreOptions = {}): WebhookStore {
  const claims = new Map<string, { readonly token: string; readonly until: number }>();
  const events = new Map<string, StoredEvent>();
  let made = 0;

  return {
    async claim(id) {
      if (events.has(id)) return { state: 'done' };
      const held = claims.get(id);
      if (held && held.until > now()) return { state: 'busy' };
      const token = `${++made}`;
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
    async eventsOf(meeting) {
      const { meetingId, roomName } = readMeetingPlace(meeting);
      const all = [...events.values()];
      const own = all.filter((event) => {
        const place = readPlace(event);
        return meetingId ? place.meetingId === meetingId : place.meetingId && place.roomName === roomName;
      });
      const rooms = new Set([roomName, ...own.map((event) => readPlace(event).roomName)]);
      const nameOnly = all.filter((event) => {
        const place = readPlace(event);
        return !place.meetingId && place.roomName && rooms.has(place.roomName);
      });
      return sortEvents([...own, ...nameOnly]);
    },
  };
}
