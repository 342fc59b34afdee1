import { createFlights } from './flights.js';
import type { Flights } from './flights.js';

/** How the hooks reach the room handler. */
export interface RoomsSettings {
  /** Where the room handler is mounted. Default `/api/whereby`. */
  readonly endpoint?: string | undefined;
  /** Headers for every request, or a function that answers them: asked anew for each, so a token may change. */
  readonly headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
  /** Used instead of the browser's own. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** `include` sends cookies to a handler of another origin. */
  readonly credentials?: RequestCredentials | undefined;
  /** Milliseconds one attempt may take. Default 20,000. */
  readonly timeout?: number | undefined;
  /** How often an attempt that failed in passing is repeated. Default 4: about a quarter of a minute. */
  readonly retries?: number | undefined;
}

export interface Connection {
  /** Keeps what one provider was told from everyone else. */
  readonly scope: number;
  readonly flights: Flights;
  readonly endpoint: string;
  /** What the provider was last rendered with: functions may be new on every render. */
  readonly latest: { readonly current: RoomsSettings };
}

export const usualEndpoint = '/api/whereby';

let scopes = 0;

export const createConnection = (latest: Connection['latest']): Connection => ({
  scope: ++scopes,
  flights: createFlights(),
  endpoint: usualEndpoint,
  latest,
});
