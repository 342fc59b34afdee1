import { hasText } from './call.js';
import type { Call } from './call.js';
import { idSegment } from './path.js';
import { noRateLimit, answered } from './rateLimit.js';
import type { Answered, RequestOptions } from './types.js';

/** A link to a file that is kept by Whereby. Whoever holds it can fetch the file. */
export interface AccessLink {
  readonly accessLink: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

export interface AccessLinkQuery {
  /** 1 to 43,200 seconds. The API takes 3,600 where none is given. */
  readonly validForSeconds?: number | undefined;
}

const isText = hasText('accessLink');
const isAccessLink = (value: unknown): boolean =>
  isText(value) && typeof (value as { expires?: unknown }).expires === 'number';

/** What recordings and transcriptions have in common. */
export const createFiles = (call: Call, group: 'recordings' | 'transcriptions', idName: string) => ({
  delete: async (id: string, options?: RequestOptions): Promise<Answered> =>
    call({ operation: `${group}.delete`, method: 'DELETE', path: `/${group}/${idSegment(idName, id)}`, options }),

  accessLink: async (id: string, query?: AccessLinkQuery, options?: RequestOptions): Promise<Answered<AccessLink>> =>
    call<AccessLink>({
      operation: `${group}.accessLink`,
      method: 'GET',
      path: `/${group}/${idSegment(idName, id)}/access-link`,
      query,
      isAnswer: isAccessLink,
      options,
    }),

  bulkDelete: async (ids: readonly string[], options?: RequestOptions): Promise<Answered> => {
    // Nothing to delete needs no request, and no API says what an empty list means to it.
    if (ids.length === 0) return answered({}, noRateLimit);
    ids.forEach((id) => idSegment(idName, id));
    return call({
      operation: `${group}.bulkDelete`,
      method: 'POST',
      path: `/${group}/bulk-delete`,
      body: { [`${idName}s`]: ids },
      repeatable: true,
      options,
    });
  },
});
