import type { Rules } from '../core/index.js';
import type { ApiBehaviour } from './ApiBehaviour.js';
import type { DeliverySettings } from './deliveries/types.js';
import type { Seed } from './Seed.js';

/** All is optional: `startSandbox()` listens on a free loopback port. */
export interface SandboxOptions {
  /** Port to listen on; a free one where 0 or left out. */
  readonly port?: number;
  /** Address to listen on. Default `127.0.0.1`: nobody else's machine reaches it. */
  readonly host?: string;
  /** Serves everything over https as well, on a port of its own, with this certificate and key (PEM). */
  readonly tls?: { readonly key: string; readonly cert: string; readonly port?: number };
  /** Origin of the rooms' addresses, such as `https://acme.whereby.com` where that name leads here. Default: where it listens. */
  readonly roomOrigin?: string;
  /** The organisation's subdomain in webhooks. Default: that of `roomOrigin`, or `sandbox`. */
  readonly subdomain?: string;
  /** What the REST API takes as its key. Default `sandbox_api_key` on loopback, else a random one. */
  readonly apiKey?: string;
  /** A second key that reads but creates no meetings and gets no access links (403). Default `sandbox_restricted_api_key` on loopback, else a random one. */
  readonly restrictedApiKey?: string;
  /** What webhooks are signed with. Default `sandbox_webhook_secret` on loopback, else a random one. */
  readonly webhookSecret?: string;
  /** Where webhooks are sent. */
  readonly webhooks?: readonly (
    string | { readonly url: string; readonly secret?: string; readonly types?: readonly string[] }
  )[];
  /** How webhooks are sent. */
  readonly delivery?: Partial<DeliverySettings>;
  /** Origins whose pages may send commands; all where null or left out. */
  readonly allowedDomains?: readonly string[] | null;
  /** Sources of `frame-ancestors` the room page is served with, so that other pages cannot frame it; none where left out. */
  readonly frameAncestors?: readonly string[];
  /** How rooms behave where the documents leave it open. */
  readonly rules?: Partial<Rules>;
  /** How the REST API answers where the documents leave it open. */
  readonly api?: Partial<ApiBehaviour>;
  /** What is there from the start, and again after every reset. */
  readonly seed?: Seed;
  /** Folder of a built room page; the one that comes with the package where left out. */
  readonly roomPage?: string;
}
