import type { Mischief } from './deliveries/types.js';
import type { namedFaults } from './namedFaults.js';

/** The name of a fault, such as `rate-limited` or `deliveries-doubled`. */
export type FaultName = keyof typeof namedFaults;

/** Something that goes wrong with requests or deliveries on purpose. */
export interface Fault {
  /** A fault of the list. The other fields narrow it down or replace what it does. */
  readonly name?: FaultName;
  /** Only requests whose path begins with this, such as `/v1/meetings`. Default: the whole REST API. */
  readonly path?: string;
  readonly method?: string;
  /** For how many requests or deliveries. Default: for all, until it is removed. */
  readonly times?: number;
  /** Delays the response by so many ms; with `Infinity` it never comes. */
  readonly latencyMs?: number;
  /** Responds with this status instead of doing anything. */
  readonly status?: number;
  /** The body of that response. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Drops the connection: `before` anything is done, or `after` it was done, so that the client cannot know. */
  readonly drop?: 'before' | 'after';
  /** Does what was asked, and then responds with a page instead of JSON, with half of the body, or not at all. */
  readonly damage?: 'garbage' | 'half' | 'silence';
  /** Concerns webhooks instead of requests: what is done to deliveries. */
  readonly deliveries?: Omit<Mischief, 'times'>;
}

export interface Faults {
  /** Switches a fault on, by its name or by what it does. Throws `SANDBOX_OPTION_INVALID`. */
  add(fault: FaultName | Fault): { readonly id: string };
  remove(id: string): void;
  list(): readonly (Fault & { readonly id: string })[];
  clear(): void;
}
