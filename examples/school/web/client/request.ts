import type { ApiError } from '../../shared/api.js';
import { ApiFailure } from './ApiFailure.js';

/**
 * Asks the school's server. The cookie that `/enter` has set says who asks.
 * @throws ApiFailure
 */
export async function request<Answer>(path: string, method = 'GET', body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => undefined);
  const answer: unknown = await response?.json().catch(() => undefined);
  if (response?.ok) return answer as Answer;
  const { error } = (answer ?? {}) as Partial<ApiError>;
  throw error ? new ApiFailure(error.code, error.message) : new ApiFailure('UNREACHABLE');
}
