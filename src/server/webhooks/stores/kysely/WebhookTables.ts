/** One event the store knows of. */
export interface WebhookEventTable {
  id: string;
  /** `claimed` while someone is at it, `done` for good. */
  state: 'claimed' | 'done';
  /** Whose claim it is. */
  token: string;
  /** Until when the claim holds, in unix milliseconds. Drivers answer it as number, text or bigint: compare it in SQL only. */
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
