import type { Context } from 'hono';
import type { ApiError, ApiErrorCode } from '../shared/api.js';

export const fail = (
  context: Context,
  status: 400 | 401 | 403 | 404 | 409 | 500,
  code: ApiErrorCode,
  message: string,
): Response => context.json({ error: { code, message } } satisfies ApiError, status);
