import type { WherebyError } from '../../../errors/WherebyError.js';
import { findStatus } from './statuses.js';

const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** What the body of a 2xx response to a webhook says. */
export const webhookResults = ['handled', 'duplicate', 'accepted'] as const;

type Result = (typeof webhookResults)[number] | 'healthy';

/** Builds the response to a request that was not refused. */
export const buildResponse = (status: 200 | 202, result: Result): Response =>
  Response.json({ result }, { status, headers });

/** Builds the response to a request that was refused or failed. Only texts of this package go into it: they hold no secret. */
export function buildErrorResponse({ code, message }: WherebyError): Response {
  const status = findStatus(code);
  return Response.json(
    { error: { code, message } },
    {
      status,
      headers: {
        ...headers,
        ...(status === 405 && { allow: 'POST' }),
        ...(status === 503 && { 'retry-after': '1' }),
      },
    },
  );
}
