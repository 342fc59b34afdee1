import { createServerError } from '../../../errors/createServerError.js';
import { findNumberProblem } from '../../findNumberProblem.js';
import { hasText } from './hasText.js';
import type { Call } from '../Call.js';
import { encodeId } from './encodeId.js';
import { unknownRateLimit, withRateLimit } from '../withRateLimit.js';
import type { WithRateLimit, RequestOptions } from '../types.js';

/** A link to a file that Whereby stores. Whoever has the link can download the file until it expires. */
export interface AccessLink {
  readonly accessLink: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

export interface AccessLinkQuery {
  /** How long the link works, in seconds: 1 to 43,200. The API's default is 3,600. */
  readonly validForSeconds?: number | undefined;
}

const isAccessLink = (value: unknown): boolean =>
  hasText('accessLink')(value) && typeof (value as { expires?: unknown }).expires === 'number';

/** The methods that recordings and transcriptions share. */
export const createFileMethods = (call: Call, resource: 'recordings' | 'transcriptions', idName: string) => ({
  delete: async (id: string, options?: RequestOptions): Promise<WithRateLimit> =>
    call({ operation: `${resource}.delete`, method: 'DELETE', path: `/${resource}/${encodeId(idName, id)}`, options }),

  accessLink: async (
    id: string,
    query?: AccessLinkQuery,
    options?: RequestOptions,
  ): Promise<WithRateLimit<AccessLink>> => {
    const problem =
      query?.validForSeconds !== undefined &&
      findNumberProblem('validForSeconds', query.validForSeconds, { unit: 'seconds', least: 1, most: 43_200 });
    if (problem) throw createServerError('REQUEST_INVALID', { problem });
    return call<AccessLink>({
      operation: `${resource}.accessLink`,
      method: 'GET',
      path: `/${resource}/${encodeId(idName, id)}/access-link`,
      query,
      isResult: isAccessLink,
      options,
    });
  },

  bulkDelete: async (ids: readonly string[], options?: RequestOptions): Promise<WithRateLimit> => {
    // The API does not document what an empty list means to it.
    if (ids.length === 0) return withRateLimit({}, unknownRateLimit);
    ids.forEach((id) => encodeId(idName, id));
    return call({
      operation: `${resource}.bulkDelete`,
      method: 'POST',
      path: `/${resource}/bulk-delete`,
      body: { [`${idName}s`]: ids },
      repeatable: true,
      options,
    });
  },
});
