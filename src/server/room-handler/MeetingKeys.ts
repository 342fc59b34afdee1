/**
 * Remembers which meeting belongs to a key, and which meetings belong to a tenant. The room handler keeps this in the
 * memory of its process by default, where a restart loses it. If several processes serve one app, keep it in a
 * database, so that visitors of all of them get the same meeting. Keys have at most about 1,500 characters. For a
 * creation whose answer was lost it remembers a short text in place of a meeting id, so store both as text.
 */
export interface MeetingKeys {
  /** The meeting id of a key; undefined or null if it has none. */
  find(key: string): Promise<string | null | undefined>;
  /**
   * Keeps a meeting for a key unless the key has one already, in one atomic step (`insert ... on conflict do nothing`).
   * @param until the entry may be dropped after this time
   * @returns the id of the meeting that is kept
   */
  keep(key: string, meetingId: string, until: Date): Promise<string>;
  /** Forgets a key if it still leads to this meeting. */
  forget(key: string, meetingId: string): Promise<void>;
}
