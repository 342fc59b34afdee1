import { LimitedMap } from '../LimitedMap.js';
import type { GuardedKeys } from './guardKeys.js';

/** Keys in the memory of one process: at most `limit`, of which the oldest are dropped first. */
export function memoryMeetingKeys({ limit = 20_000, now = Date.now } = {}): GuardedKeys {
  const entries = new LimitedMap<string, { readonly meetingId: string; readonly until: number }>(limit);
  const find = (key: string) => {
    const entry = entries.get(key);
    return entry && entry.until > now() ? entry.meetingId : undefined;
  };
  return {
    find: async (key) => find(key),
    async keep(key, meetingId, until) {
      const kept = find(key);
      if (kept !== undefined) return kept;
      entries.setLast(key, { meetingId, until: until.getTime() });
      return meetingId;
    },
    async forget(key, meetingId) {
      if (entries.get(key)?.meetingId === meetingId) entries.delete(key);
    },
  };
}
