import type { RoomWebhook } from '../../core/index.js';

/** Where events are sent, as set up in the service's dashboard. */
export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  /** Only these types; all but `assistant.requested` where left out, which goes only where it is named. */
  readonly types?: readonly string[] | undefined;
}

export interface Attempt {
  /** ISO time by the machine's clock: deliveries are real. */
  readonly at: string;
  /** Value of `Whereby-Signature`, null where it was sent unsigned. */
  readonly signature: string | null;
  /** Status that was answered, null where none came. */
  readonly status: number | null;
  /** Why none came. */
  readonly error?: string;
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
  /** `held`: waits for `release`; `lost`: was to be lost; `failed`: no attempt was answered with 2xx. */
  readonly state: 'held' | 'pending' | 'delivered' | 'failed' | 'lost';
  readonly attempts: readonly Attempt[];
}

/** How deliveries go. Where the service does not say, the default is what keeps a receiver honest. */
export interface DeliverySettings {
  /** How long an answer may take, in ms. Default 5 000. */
  readonly timeoutMs: number;
  /** Waits before each retry, in ms; as many retries as there are waits. Default 500 and 1 500. */
  readonly retryDelaysMs: readonly number[];
  /** What else is retried beside 5xx and no answer in time. Default refused or dropped connections. */
  readonly retryAlso: readonly ('connection' | '3xx' | '4xx')[];
  /** Whether a retry has a new time and signature, or those of the first attempt. Default true. */
  readonly resignOnRetry: boolean;
  /** Whether events are signed at all. Default true. */
  readonly sign: boolean;
  /** Signs with this instead of the endpoint's secret: to try a receiver that must refuse. */
  readonly wrongSecret: string | null;
  /** Whose time is in the signature. By the sandbox's clock a receiver refuses what is signed hours ahead. Default `real`. */
  readonly signatureTime: 'real' | 'sandbox';
  /** How many first attempts to one endpoint are under way at once; with 1, events arrive in order. Default 1. */
  readonly concurrency: number;
  /** Deliveries the log keeps. Default 5 000. */
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
  concurrency: 1,
  keep: 5_000,
};

/** What is to be done to the next deliveries that match. */
export interface Mischief {
  /** Only to events of this type. */
  readonly type?: string;
  /** To how many; 1 where left out. */
  readonly times?: number;
  /** Never sends it. */
  readonly lose?: boolean;
  /** Sends it this many times more. */
  readonly duplicate?: number;
  /** Sends it so much later, in ms, and lets others pass. */
  readonly delayMs?: number;
}
