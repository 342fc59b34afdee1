import type { Rules } from '../core/index.js';
import type { ApiBehaviour } from './ApiBehaviour.js';
import type { DeliverySettings } from './deliveries/types.js';
import type { Fault, FaultName } from './Faults.js';
import type { SandboxSnapshot } from './Sandbox.js';
import type { Seed } from './Seed.js';

/** Everything is optional: `startSandbox()` listens on a free port of this machine. */
export interface SandboxOptions {
  /** Port to listen on. Default 0: a free one. */
  readonly port?: number;
  /** Address to listen on. Default `127.0.0.1`: only this machine reaches it. `0.0.0.0` is all of this machine's. */
  readonly host?: string;
  /** Names under which the sandbox responds besides those of this machine, such as `sandbox.test`. */
  readonly allowedHosts?: readonly string[];
  /** Serves everything over https too, on a port of its own, with this certificate and key (PEM). */
  readonly tls?: { readonly key: string; readonly cert: string; readonly port?: number };
  /** Origin of the room URLs, such as `https://acme.whereby.com` if that name leads here. Default: where the API was asked. */
  readonly roomOrigin?: string;
  /** The organisation's subdomain in webhooks. Default: that of `roomOrigin`, or `sandbox`. */
  readonly subdomain?: string;
  /** The key of the REST API. Default `sandbox_api_key` on this machine, otherwise a random one. */
  readonly apiKey?: string;
  /** A second key that reads but may not create meetings or get access links (403). Default `sandbox_restricted_api_key` on this machine, otherwise a random one. */
  readonly restrictedApiKey?: string;
  /** What webhooks are signed with. Default `sandbox_webhook_secret` on this machine, otherwise a random one. */
  readonly webhookSecret?: string;
  /** Where webhooks are sent. */
  readonly webhooks?: readonly (
    string | { readonly url: string; readonly secret?: string; readonly types?: readonly string[] }
  )[];
  /** How webhooks are sent. */
  readonly delivery?: Partial<DeliverySettings>;
  /** Origins whose pages may send commands. Default null: all. */
  readonly allowedDomains?: readonly string[] | null;
  /** Sources of the `frame-ancestors` that the room page is served with: no other page can frame it. Default: all can. */
  readonly frameAncestors?: readonly string[];
  /** How rooms behave where the service's documents leave it open. */
  readonly rules?: Partial<Rules>;
  /** How the REST API behaves where the service's documents leave it open. */
  readonly api?: Partial<ApiBehaviour>;
  /** What is there from the start, and again after every reset. */
  readonly seed?: Seed;
  /** Restored when it starts, after the seed. A reset goes back to the seed. */
  readonly snapshot?: SandboxSnapshot;
  /** What goes wrong from the start, and again after every reset: names, or faults of your own. */
  readonly faults?: readonly (FaultName | Fault)[];
  /** Folder of a built room page. Default: the one that comes with the package. */
  readonly roomPage?: string;
}
