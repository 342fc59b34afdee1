import type { MeetingKeys } from './MeetingKeys.js';

/** Keys in the memory of one process: at most `limit`, of which the oldest are dropped first. */
export function memoryMeetingKeys({ limit = 20_000, now = Date.now } = {}): MeetingKeys {
  const entries = new Map<string, { readonly meetingId: string; readonly until: number }>();
  const find = (key: string) => {
    const entry = entries.get(key);
    return entry && entry.until > now() ? entry.meetingId : undefined;
  };
  return {
    find: async (key) => find(key),
    async keep(key, meetingId, until) {
      const kept = find(key);
      if (kept !== undefined) return kept;
      // Deleted first, so that the new entry is the newest in the map's order.
      entries.delete(key);
      entries.set(key, { meetingId, until: until.getTime() });
      const [oldest] = entries.keys();
      if (entries.size > limit) entries.delete(oldest!);
      return meetingId;
    },
    async forget(key, meetingId) {
      if (entries.get(key)?.meetingId === meetingId) entries.delete(key);
    },
  };
}
