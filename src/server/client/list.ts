import type { Call, CallInput } from './call.js';
import { createApiError } from './createApiError.js';
import { answered } from './rateLimit.js';
import type { Answered, List, Page } from './types.js';

interface RawPage<T> {
  readonly results: readonly T[];
  readonly cursor?: unknown;
}

/** A list of the API, read a page at a time. */
export function createList<T>(
  call: Call,
  input: Omit<CallInput, 'method' | 'isAnswer'>,
  isItem: (value: unknown) => boolean,
): List<T> {
  const isAnswer = (value: unknown): boolean => isRawPage(value) && value.results.every(isItem);

  async function page(cursor?: string): Promise<Answered<Page<T>>> {
    const query = cursor === undefined ? input.query : { ...input.query, cursor };
    const raw = await call<RawPage<T>>({ ...input, method: 'GET', query, isAnswer });
    return answered({ ...raw, cursor: readCursor(raw.cursor) }, raw.rateLimit);
  }

  async function* pages(): AsyncGenerator<Answered<Page<T>>, void, undefined> {
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

/** A missing one is the end too: the API's own description loses it for two lists. */
const readCursor = (cursor: unknown): string | null =>
  typeof cursor === 'string' || typeof cursor === 'number' ? String(cursor) || null : null;
