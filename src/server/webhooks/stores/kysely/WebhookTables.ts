/** One event, claimed or handled. */
export interface WebhookEventTable {
  id: string;
  /** `claimed` while it is being handled, then `done` for good. */
  state: 'claimed' | 'done';
  /** Identifies the claim. */
  token: string;
  /** Until when the claim holds, in unix milliseconds. Drivers return a number, a text or a bigint: compare it in SQL only. */
  lease_until: number;
  meeting_id: string | null;
  room_name: string | null;
  /** ISO time of the event; null until it is done. */
  created_at: string | null;
  /** The event as JSON; null until it is done. */
  body: string | null;
}

export interface WebhookTables {
  whereby_webhook_events: WebhookEventTable;
}
