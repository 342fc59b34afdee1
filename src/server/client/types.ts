/** The account's request budget. A field is null if the response does not say. */
export interface RateLimit {
  /** Points the organisation has per minute. */
  readonly limit: number | null;
  /** Points left. */
  readonly remaining: number | null;
  /** When the budget is full again, by this machine's clock. */
  readonly resetAt: Date | null;
}

/**
 * A result and the request budget after its call. `rateLimit` is not enumerable: JSON, spread copies and comparisons leave it
 * out.
 */
export type WithRateLimit<T extends object = object> = T & { readonly rateLimit: RateLimit };

/** Options of every call, after its input. They override those of `createWhereby`. */
export interface RequestOptions {
  /** Aborts the call, also while it waits for its next attempt. The promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds one attempt may take, including its body; 0 and `Infinity` mean no limit. */
  readonly timeout?: number | undefined;
  /** Milliseconds the whole call may take, including repeats and waiting; 0 and `Infinity` mean no limit. */
  readonly deadline?: number | undefined;
  /** How often a failed attempt is repeated. */
  readonly maxRetries?: number | undefined;
  /** Fields newer than these types. Merged into the body, or into the query of a call without a body. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** A `Date`, or ISO 8601 text, which is UTC if it has no offset. */
export type Moment = Date | string;

export type SortBy<Field extends string> = `${Field}:${'asc' | 'desc'}`;

/** Where a list starts, and the size of its pages. */
export interface PageQuery {
  /** The `cursor` of a page: the list starts after it. */
  readonly cursor?: string | null | undefined;
  /** Results per page, 1 to 100. The API's default is 50, for insights 10. */
  readonly limit?: number | undefined;
}

export interface Page<T> {
  readonly results: readonly T[];
  /** Pass it to the list to continue after this page; null at the end. */
  readonly cursor: string | null;
}

/**
 * A list. Nothing is fetched until it is read: `for await (const item of list)` reads all items, one page at a time.
 * Reading it again fetches it again.
 */
export interface List<T> extends AsyncIterable<T> {
  /** One page: the first, or the one after the requested `cursor`. */
  page(): Promise<WithRateLimit<Page<T>>>;
  /** All pages, one after the other. */
  pages(): AsyncIterable<WithRateLimit<Page<T>>>;
  /** All items at once. */
  toArray(): Promise<T[]>;
}
