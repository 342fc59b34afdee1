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

/** What happens in the world, for its listeners. */
export type WorldEvent =
  | { readonly type: 'webhook'; readonly event: RoomWebhook }
  /** Something in a room or about a meeting changed. */
  | { readonly type: 'meeting'; readonly meetingId: string }
  | { readonly type: 'clock'; readonly now: number; readonly frozen: boolean }
  | { readonly type: 'restored' };

/** An open room page: the room it looks at, and who it is in there. */
export interface ConnectedPage {
  meetingId: string | null;
  participantId: string | null;
  knockId: string | null;
  send(message: FromRooms): void;
  /** Whether commands of the page that frames the room count. */
  areCommandsAllowed(): boolean;
}

/** What the functions that make up the rules share. */
export interface WorldContext {
  state: WorldState;
  readonly rules: Rules;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly subdomain: string;
  /** Whether rooms of the rule `openRooms` have the keys that its guide names. */
  readonly hasKnownKeys: boolean;
  readonly pages: Set<ConnectedPage>;
  emit(event: WorldEvent): void;
  /** Sends the room's state to every page that looks at it, once the current action is done. */
  markChanged(meeting: Meeting): void;
  schedule(job: Job): void;
}
