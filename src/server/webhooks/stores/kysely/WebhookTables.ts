/** One event, claimed or handled. */
export interface WebhookEventTable {
  /** The event's id, or the key that a handler with a `name` makes of it. */
  id: string;
  /** `claimed` while it is being handled, then `done` for good. */
  state: 'claimed' | 'done';
  /** Identifies the claim. */
  token: string;
  /** Until when the claim holds, in unix milliseconds of the database's clock. Drivers return a number, a text or a bigint: compare it in SQL only. */
  lease_until: number;
  meeting_id: string | null;
  room_name: string | null;
  /** ISO time of the event. */
  created_at: string | null;
  /** The event as JSON in ASCII: other letters are written as `\u00c5`. */
  body: string | null;
}

export interface WebhookTables {
  whereby_webhook_events: WebhookEventTable;
}
