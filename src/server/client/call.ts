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
  readonly body?: object | FormData | undefined;
  /** A POST that does no harm when it is repeated. */
  readonly repeatable?: boolean | undefined;
  /** Whether the answer's JSON is what it should be. Where there is none, the answer's body is not looked at. */
  readonly isAnswer?: ((value: unknown) => boolean) | undefined;
  readonly options?: RequestOptions | undefined;
}

/**
 * Sends one call, with repeats, and answers its result.
 * @throws WherebyApiError; WherebyError `REQUEST_INVALID`; or the signal's reason where the call was stopped
 */
export type Call = <T extends object = object>(input: CallInput) => Promise<Answered<T>>;

/** Whether a value is an object that has text under each of the names. */
export const hasText =
  (...names: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string');
