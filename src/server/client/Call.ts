import type { RequestOptions, WithRateLimit } from './types.js';

/** One call, as a resource describes it. */
export interface CallInput {
  /** The method's name on the client: `meetings.create`. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below the base address, encoded, with its leading slash. */
  readonly path: string;
  /** Lists are joined with commas, objects become `name[key]`, dates ISO text; undefined and null are left out. */
  readonly query?: object | undefined;
  /** Sent as JSON, or as a form if it is `FormData`. */
  readonly body?: object | FormData | undefined;
  /** Set for a POST that can be repeated without harm. Every other method can be. */
  readonly repeatable?: boolean | undefined;
  /** Whether the response's JSON has the documented shape. If omitted, the response's body is not read. */
  readonly isResult?: ((value: unknown) => boolean) | undefined;
  readonly options?: RequestOptions | undefined;
}

/**
 * Sends a call, repeating it as needed, and returns its result.
 * @throws WherebyApiError; WherebyError `REQUEST_INVALID`; or the signal's reason if the call was aborted
 */
export type Call = <T extends object = object>(input: CallInput) => Promise<WithRateLimit<T>>;
