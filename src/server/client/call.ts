import type { Answered, RequestOptions } from './types.js';

/** One call as the resources describe it. */
export interface CallInput {
  /** As it is named on the client: `meetings.create`. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base address, encoded, with its leading slash. */
  readonly path: string;
  /** Lists are joined by commas, objects become `name[key]`, dates ISO text; undefined and null are left out. */
  readonly query?: object | undefined;
  /** Sent as JSON, or as a form where it is `FormData`. */
  readonly body?: Readonly<Record<string, unknown>> | FormData | undefined;
  /** Whether a repeat does no harm. GET, PUT and DELETE are so without saying. */
  readonly repeatable?: boolean | undefined;
  /** Fields the answer must have to count as one. None: the answer's body is not looked at. */
  readonly expect?: readonly string[] | 'array' | undefined;
  readonly options?: RequestOptions | undefined;
}

/**
 * Sends one call, with repeats, and answers its result.
 * @throws WherebyApiError, or the signal's reason where the call was stopped
 */
export type Call = <T extends object = object>(input: CallInput) => Promise<Answered<T>>;
