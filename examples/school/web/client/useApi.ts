import useSWR from 'swr';
import type { SWRConfiguration, SWRResponse } from 'swr';
import type { ApiFailure } from './ApiFailure.js';
import { request } from './request.js';

/** What the school's server answers. Components that ask for the same share one request. */
export const useApi = <Answer>(
  path: string | null,
  options: Pick<SWRConfiguration, 'refreshInterval'> = {},
): SWRResponse<Answer, ApiFailure> =>
  useSWR<Answer, ApiFailure>(path, (url: string) => request<Answer>(url), {
    ...options,
    // A refusal stays one; only a server that could not be asked is worth another try.
    shouldRetryOnError: ({ code }) => code === 'UNREACHABLE' || code === 'SERVER_FAILED',
  });
