import type { Role } from '../wire.js';
import type { RoomWebhook, World, WorldState } from '../core/index.js';
import type { Deliveries } from './deliveries/types.js';
import type { Faults } from './Faults.js';
import type { LoggedRequest } from './LoggedRequest.js';
import type { Seed } from './Seed.js';
import type { WebhookEventType } from '../../server/webhooks/events.js';

/** Everything in a sandbox at one time, as JSON. */
export interface SandboxSnapshot {
  readonly world: WorldState;
  /** Milliseconds since 1970, and whether the clock stood there. */
  readonly clock: { readonly now: number; readonly frozen: boolean };
  readonly images: Readonly<Record<string, { readonly type: string; readonly base64: string }>>;
}

/** A running sandbox, and all that can be done to it. The control API does the same over HTTP. */
export interface Sandbox {
  /** Where it listens, such as `http://127.0.0.1:4010`: the control page. */
  readonly url: string;
  /** Base address of the REST API, for `WHEREBY_API_URL`. */
  readonly apiUrl: string;
  /** Origin of every room's address. */
  readonly roomOrigin: string;
  /** Where it listens over https, where it does. */
  readonly tlsUrl: string | null;
  readonly apiKey: string;
  /** A second key that reads but creates no meetings and gets no access links: the API answers 403. */
  readonly restrictedApiKey: string;
  readonly webhookSecret: string;
  /** Time in the rooms: freeze it, move it. */
  readonly clock: World['clock'];
  /** Meetings and people: create, join, knock, leave, record. */
  readonly world: World;
  /** Endpoints, deliveries, and what can go wrong with them. */
  readonly webhooks: Deliveries;
  /** What goes wrong with requests. */
  readonly faults: Faults;
  /** Address of a room, for a role; for a visitor without a key. Throws `SANDBOX_ROOM_UNKNOWN`. */
  roomUrl(roomName: string, role?: Role): string;
  /** Origins whose pages may send commands; null is all. */
  readonly allowedDomains: readonly string[] | null;
  /** Origins whose pages may send commands from now on; null is all. */
  setAllowedDomains(domains: readonly string[] | null): void;
  /** Cuts every room page off, as a lost network would. */
  dropConnections(): void;
  /** Sends an event that did not happen, with every field of its type. */
  trigger(
    type: WebhookEventType,
    options?: { readonly roomName?: string; readonly data?: Readonly<Record<string, unknown>> },
  ): RoomWebhook;
  /** Requests to the REST API, oldest first, without keys and bodies. */
  log(): readonly LoggedRequest[];
  /** Adds meetings and people. Throws `SANDBOX_SEED_INVALID`. */
  seed(seed: Seed): void;
  snapshot(): SandboxSnapshot;
  /** Puts a snapshot back. Throws `SANDBOX_SEED_INVALID`, then with nothing of it done. */
  restore(snapshot: SandboxSnapshot): void;
  /** As it was started: empty but for its seed, real time, no faults, no deliveries, a full budget. Endpoints stay. */
  reset(): void;
  /** Stops listening and lets go of everything. Calling it twice does nothing more. */
  close(): Promise<void>;
}
