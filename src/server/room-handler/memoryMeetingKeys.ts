/**
 * Which meeting belongs to a key that a page gave. Keep it in a database where several processes serve one app,
 * so that two first visitors make one meeting wherever they arrive.
 */
export interface MeetingKeys {
  /** The meeting of a key, where there is one. */
  find(key: string): Promise<string | undefined>;
  /**
   * Keeps a meeting for a key unless there is one already, in one step. Answers the one that is kept.
   * It is of no use after `until`.
   */
  keep(key: string, meetingId: string, until: Date): Promise<string>;
  /** Lets go of a key if it still stands for this meeting. */
  forget(key: string, meetingId: string): Promise<void>;
}

/** Keys of one process, at most `limit` of them; the oldest go first. */
export function memoryMeetingKeys({ limit = 10_000, now = Date.now } = {}): MeetingKeys {
  const kept = new Map<string, { readonly meetingId: string; readonly until: number }>();
  const find = (key: string) => {
    const entry = kept.get(key);
    return entry && entry.until > now() ? entry.meetingId : undefined;
  };
  return {
    find: async (key) => find(key),
    async keep(key, meetingId, until) {
      const before = find(key);
      if (before !== undefined) return before;
      kept.delete(key);
      kept.set(key, { meetingId, until: until.getTime() });
      for (const oldest of kept.keys()) {
        if (kept.size <= limit) break;
        kept.delete(oldest);
      }
      return meetingId;
    },
    async forget(key, meetingId) {
      if (kept.get(key)?.meetingId === meetingId) kept.delete(key);
    },
  };
}
