/** What the API says of the account's request budget. A part is null where the answer does not tell. */
export interface RateLimit {
  /** Points the organisation has each minute. */
  readonly limit: number | null;
  /** Points left. */
  readonly remaining: number | null;
  /** When the budget is full again, on this machine's clock. */
  readonly resetAt: Date | null;
}

/**
 * A result: the resource's own fields, and `rateLimit` beside them. `rateLimit` is not enumerable, so it is in no
 * JSON, no spread copy and no comparison.
 */
export type Answered<T extends object = object> = T & { readonly rateLimit: RateLimit };

/** Options every call takes after its input. They win over those of `createWhereby`. */
export interface RequestOptions {
  /** Stops the call, also while it waits to repeat it. The promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds one attempt may take, its body included. */
  readonly timeout?: number | undefined;
  /** Milliseconds the whole call may take, repeats and waiting included. */
  readonly deadline?: number | undefined;
  /** How often a failed attempt is repeated. */
  readonly maxRetries?: number | undefined;
  /** Fields newer than these types: merged into the body, or into the query of a call that has none. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** A moment: a `Date`, or ISO 8601 text (without an offset it is UTC). */
export type Moment = Date | string;

export type SortBy<Field extends string> = `${Field}:${'asc' | 'desc'}`;

/** Which part of a list, and how it is cut into pages. */
export interface PageQuery {
  /** Where to go on: the `cursor` of a page. */
  readonly cursor?: string | null | undefined;
  /** Results on a page, 1 to 100. The API takes 50 where none is given, 10 for insights. */
  readonly limit?: number | undefined;
}

export interface Page<T> {
  readonly results: readonly T[];
  /** Give it to the list again to go on after this page; null at the end. */
  readonly cursor: string | null;
}

/**
 * A list. Nothing is fetched until it is read: `for await (const item of list)` goes over all of it, a page at a
 * time, and holds one page at a time. Reading it again fetches it again.
 */
export interface List<T> extends AsyncIterable<T> {
  /** One page: the first, or the one at the `cursor` that was asked for. */
  page(): Promise<Answered<Page<T>>>;
  /** Page by page, to the end. */
  pages(): AsyncIterable<Answered<Page<T>>>;
  /** All of it at once. Mind the size. */
  toArray(): Promise<T[]>;
}
