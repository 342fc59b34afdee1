import type { WebhookEventType } from '../../server/webhooks/events.js';
import type { FromRooms } from '../wire.js';
import type { Clock } from './createClock.js';
import type { Ids } from './createIds.js';
import type { Rules } from './Rules.js';
import type { Job, Meeting, WorldState } from './WorldState.js';

/** A webhook event as it will be written, before it is signed. */
export interface RoomWebhook {
  readonly id: string;
  readonly apiVersion: '1.0';
  readonly createdAt: string;
  readonly type: WebhookEventType;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What happens in the world, told to those who listen. */
export type WorldEvent =
  | { readonly type: 'webhook'; readonly event: RoomWebhook }
  /** Something in a room or about a meeting changed. */
  | { readonly type: 'meeting'; readonly meetingId: string }
  | { readonly type: 'clock'; readonly now: number; readonly frozen: boolean }
  | { readonly type: 'restored' };

/** One room page, and who it is in the room. */
export interface Link {
  meetingId: string | null;
  participantId: string | null;
  knockId: string | null;
  send(message: FromRooms): void;
}

/** What the rules' functions share. */
export interface WorldContext {
  state: WorldState;
  readonly rules: Rules;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly subdomain: string;
  readonly links: Set<Link>;
  emit(event: WorldEvent): void;
  /** Has the room's state sent to everyone who looks at it once the present action is done. */
  touch(meeting: Meeting): void;
  schedule(job: Job): void;
}

/** ISO time, as every answer and event writes it. */
export const toIsoTime = (time: number): string => new Date(time).toISOString();
