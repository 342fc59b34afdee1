/**
 * Remembers which meeting belongs to a key. The room handler keeps keys in the memory of its process by default. If
 * several processes serve one app, keep them in a database, so that visitors of all of them get the same meeting.
 */
export interface MeetingKeys {
  /** The meeting id of a key, or undefined. */
  find(key: string): Promise<string | undefined>;
  /**
   * Keeps a meeting for a key unless the key has one already, in one atomic step (`insert ... on conflict do nothing`).
   * @param until the entry may be dropped after this time
   * @returns the id of the meeting that is kept
   */
  keep(key: string, meetingId: string, until: Date): Promise<string>;
  /** Forgets a key if it still leads to this meeting. */
  forget(key: string, meetingId: string): Promise<void>;
}
