import type { Call, CallInput } from '../Call.js';
import { createApiError } from '../createApiError.js';
import { withRateLimit } from '../withRateLimit.js';
import type { WithRateLimit, List, Page } from '../types.js';

interface RawPage<T> {
  readonly results: readonly T[];
  readonly cursor?: unknown;
}

/**
 * A list of the API, read one page at a time. A page without a cursor is the last one: the API reference omits the
 * cursor of two lists.
 */
export function createList<T>(
  call: Call,
  input: Omit<CallInput, 'method' | 'isResult'>,
  isItem: (value: unknown) => boolean,
): List<T> {
  const isResult = (value: unknown): boolean => isRawPage(value) && value.results.every(isItem);

  async function page(cursor?: string): Promise<WithRateLimit<Page<T>>> {
    const query = cursor === undefined ? input.query : { ...input.query, cursor };
    const raw = await call<RawPage<T>>({ ...input, method: 'GET', query, isResult });
    return withRateLimit({ ...raw, cursor: readCursor(raw.cursor) }, raw.rateLimit);
  }

  async function* pages(): AsyncGenerator<WithRateLimit<Page<T>>, void, undefined> {
    const seen = new Set<string | null | undefined>();
    for (let next = (input.query as { cursor?: string | null } | undefined)?.cursor ?? undefined; ;) {
      seen.add(next);
      const current = await page(next);
      yield current;
      if (current.cursor === null) return;
      if (seen.has(current.cursor))
        throw createApiError(
          'API_CURSOR_REPEATED',
          { operation: input.operation },
          { operation: input.operation, rateLimit: current.rateLimit },
        );
      next = current.cursor;
    }
  }

  async function* items(): AsyncGenerator<T, void, undefined> {
    for await (const { results } of pages()) yield* results;
  }

  return {
    page: () => page(),
    pages,
    [Symbol.asyncIterator]: items,
    async toArray() {
      const all: T[] = [];
      for await (const item of items()) all.push(item);
      return all;
    },
  };
}

const isRawPage = (value: unknown): value is RawPage<unknown> =>
  typeof value === 'object' && value !== null && 'results' in value && Array.isArray(value.results);

const readCursor = (cursor: unknown): string | null =>
  typeof cursor === 'string' || typeof cursor === 'number' ? String(cursor) || null : null;
