import type { Meetings } from './meetings.js';

export interface WherebyOptions {
  /** The secret key of your account. Default: the environment variable `WHEREBY_API_KEY`. */
  readonly apiKey?: string | undefined;
  /** Where the API is. Default: `WHEREBY_API_URL`, else `https://api.whereby.dev/v1`. */
  readonly baseUrl?: string | undefined;
  /** Used instead of the runtime's own. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds one attempt may take, its body included. Default 30,000. */
  readonly timeout?: number | undefined;
  /** Milliseconds a whole call may take, repeats and waiting included. Default 120,000. */
  readonly deadline?: number | undefined;
  /** How often a failed attempt is repeated. Default 2. */
  readonly maxRetries?: number | undefined;
}

export interface Whereby {
  readonly meetings: Meetings;
}

export declare function createWhereby(options?: WherebyOptions): Whereby;
