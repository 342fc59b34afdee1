import type { RoomWebhook } from '../../core/index.js';

/** A URL that events are sent to, as set up in the service's dashboard. */
export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  /** Only these types. Default: all but `assistant.requested`, which must be named. */
  readonly types?: readonly string[] | undefined;
}

export interface Attempt {
  /** ISO time by the machine's clock: deliveries happen in real time. */
  readonly at: string;
  /** Value of `Whereby-Signature`; null if it was sent unsigned. */
  readonly signature: string | null;
  /** Status of the response; null if there was none. */
  readonly status: number | null;
  /** Why there was no response. */
  readonly error?: string;
  /** The beginning of the response's body, at most 2 000 characters. Omitted if it was empty. */
  readonly response?: string;
  readonly durationMs: number;
}

/** One event on its way to one endpoint. */
export interface Delivery {
  readonly id: string;
  readonly endpointId: string;
  readonly url: string;
  readonly event: RoomWebhook;
  /** Exactly what is sent. */
  readonly body: string;
  /** `held`: waits for `release`; `lost`: not sent on purpose; `failed`: no attempt got a 2xx. */
  readonly state: 'held' | 'pending' | 'delivered' | 'failed' | 'lost';
  readonly attempts: readonly Attempt[];
}

/** How events are delivered. Where the service's documents are silent, the default is what a receiver must be able to take. */
export interface DeliverySettings {
  /** How long to wait for a response, in ms. Default 5 000; 0 and `Infinity` mean any time. */
  readonly timeoutMs: number;
  /** The wait before each retry, in ms; there are as many retries as waits. Default 500 and 1 500; `Infinity` ends the retries. */
  readonly retryDelaysMs: readonly number[];
  /** What is retried besides a 5xx and a missing response. Default refused or dropped connections. */
  readonly retryAlso: readonly ('connection' | '3xx' | '4xx')[];
  /** Whether a retry has a new time and signature, or those of the first attempt. Default true. */
  readonly resignOnRetry: boolean;
  /** Whether events are signed at all. Default true. */
  readonly sign: boolean;
  /** Signs with this secret instead of the endpoint's, to try a receiver that must refuse. */
  readonly wrongSecret: string | null;
  /** Whose time the signature has. By the sandbox's clock, a receiver refuses an event that is signed hours ahead. Default `real`. */
  readonly signatureTime: 'real' | 'sandbox';
  /** How many seconds old the signature's time is, to try a receiver that must refuse old events. Default 0. */
  readonly signatureAgeS: number;
  /** How many first attempts to one endpoint run at once. With 1, events arrive in order. Default 1. */
  readonly concurrency: number;
  /** How many deliveries the log keeps. Default 5 000. */
  readonly keep: number;
}

export const defaultDeliverySettings: DeliverySettings = {
  timeoutMs: 5_000,
  retryDelaysMs: [500, 1_500],
  retryAlso: ['connection'],
  resignOnRetry: true,
  sign: true,
  wrongSecret: null,
  signatureTime: 'real',
  signatureAgeS: 0,
  concurrency: 1,
  keep: 5_000,
};

/** What is done to the next deliveries that match. */
export interface Mischief {
  /** Only to events of this type. */
  readonly type?: string;
  /** To how many. Default 1. */
  readonly times?: number;
  /** Never sends it. */
  readonly lose?: boolean;
  /** Sends it this many times more. */
  readonly duplicate?: number;
  /** Sends it so many ms later; others overtake it. With `Infinity` it is lost. */
  readonly delayMs?: number;
  /** Sends it up to so many ms later, by chance, so that events arrive in another order than they happened. */
  readonly shuffleMs?: number;
}

/** Something that is planned for the next deliveries. */
export interface Planned {
  /** How many deliveries it is still for. */
  countLeft(): number;
  cancel(): void;
}

/** Sends events to endpoints, and makes that go wrong on demand. */
export interface Deliveries {
  readonly endpoints: readonly Endpoint[];
  /** Sends events to this URL from now on. The secret defaults to the sandbox's. */
  addEndpoint(url: string, options?: { readonly secret?: string; readonly types?: readonly string[] }): Endpoint;
  removeEndpoint(id: string): void;
  readonly settings: DeliverySettings;
  /** Changes some settings, from the next attempt on. Throws `SANDBOX_OPTION_INVALID`. */
  set(changes: Partial<DeliverySettings>): void;
  /** Every delivery, oldest first. */
  list(): readonly Delivery[];
  /** Sends it again with the same id and body, whatever its state. False if there is no delivery with that id. */
  resend(id: string): boolean;
  /** Loses, duplicates, delays or shuffles the next ones. Throws `SANDBOX_OPTION_INVALID`. */
  next(mischief: Mischief): Planned;
  /** Keeps new events back until they are released. */
  hold(): void;
  /** Sends what was held: in the same order, in reverse, or in the order of these ids. Holds no longer. */
  release(order?: 'same' | 'reverse' | readonly string[]): void;
  /** Resolves once nothing is under way. */
  settled(): Promise<void>;
  /** Delivers an event to every endpoint that wants it. */
  dispatch(event: RoomWebhook): void;
  /** Forgets deliveries and mischief and restores the settings. Endpoints stay. */
  reset(): void;
  /** Starts no further attempt. */
  close(): void;
}
