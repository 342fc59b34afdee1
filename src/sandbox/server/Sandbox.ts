import type { WebhookEventType } from '../../server/webhooks/events.js';
import type { RoomWebhook, World, WorldState } from '../core/index.js';
import type { Role } from '../wire.js';
import type { RandomPosition } from './createSandboxRandom.js';
import type { Deliveries } from './deliveries/types.js';
import type { Faults } from './Faults.js';
import type { LoggedRequest } from './LoggedRequest.js';
import type { Seed } from './Seed.js';

/** Everything in a sandbox at one time, as JSON. */
export interface SandboxSnapshot {
  readonly world: WorldState;
  /** Milliseconds since 1970, and whether the clock was frozen. */
  readonly clock: { readonly now: number; readonly frozen: boolean };
  readonly images: Readonly<Record<string, { readonly type: string; readonly base64: string }>>;
  /** Where the next ids come from, so that none comes a second time. */
  readonly random?: RandomPosition;
}

/** A running sandbox. The control API does the same over HTTP. */
export interface Sandbox {
  /** Where it listens, such as `http://127.0.0.1:4010`. The control page is there. */
  readonly url: string;
  /** Base URL of the REST API, for `WHEREBY_API_URL`. */
  readonly apiUrl: string;
  /** Origin of every room URL. */
  readonly roomOrigin: string;
  /** Where it listens over https; null if it does not. */
  readonly tlsUrl: string | null;
  /** Whether other machines can reach it. */
  readonly isOpen: boolean;
  readonly apiKey: string;
  /** A second key that reads but may not create meetings or get access links (403). */
  readonly restrictedApiKey: string;
  readonly webhookSecret: string;
  /** The time in the rooms: freeze it, move it. */
  readonly clock: World['clock'];
  /** Meetings and people: create, join, knock, leave, record. */
  readonly world: World;
  /** Endpoints, deliveries, and how to make them go wrong. */
  readonly webhooks: Deliveries;
  /** Requests that fail on purpose. */
  readonly faults: Faults;
  /** The URL of a room, with the key of a role; without a key for a visitor. Throws `SANDBOX_ROOM_UNKNOWN`. */
  roomUrl(roomName: string, role?: Role): string;
  /** Origins whose pages may send commands; null is all. */
  readonly allowedDomains: readonly string[] | null;
  /** Changes the origins whose pages may send commands; null is all. */
  setAllowedDomains(domains: readonly string[] | null): void;
  /** Drops the connection of every room page, or of those in one room, as a lost network would. */
  dropConnections(roomName?: string): void;
  /** Sends an event that did not happen, with every field of its type. */
  trigger(
    type: WebhookEventType,
    options?: { readonly roomName?: string; readonly data?: Readonly<Record<string, unknown>> },
  ): RoomWebhook;
  /** Requests to the REST API, oldest first, without keys and bodies. */
  log(): readonly LoggedRequest[];
  /** Adds meetings and people. Throws `SANDBOX_SEED_INVALID` before any of it is done. */
  seed(seed: Seed): void;
  snapshot(): SandboxSnapshot;
  /** Restores a snapshot. Throws `SANDBOX_SEED_INVALID` before any of it is done. */
  restore(snapshot: SandboxSnapshot): void;
  /** Goes back to the start: empty except for the seed, real time, no faults, no deliveries, a full budget. Endpoints stay. */
  reset(): void;
  /** Stops listening and releases everything. Can be called more than once. */
  close(): Promise<void>;
}
