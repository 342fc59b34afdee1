import type { WherebyError } from '../../../errors/WherebyError.js';
import { findStatus } from './statuses.js';

const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** What the body of a 2xx response to a webhook says. */
export const webhookResults = ['handled', 'duplicate', 'accepted'] as const;

type Result = (typeof webhookResults)[number] | 'healthy';

/** Builds the response to a request that was not refused. */
export const buildResponse = (status: 200 | 202, result: Result): Response =>
  Response.json({ result }, { status, headers });

/** Whoever guesses at a secret learns nothing of how far off the guess is, or of what is wrong with the secret here. */
const unauthorized =
  "The signature is missing, wrong or too old. Send the header `Whereby-Signature: t=<unix seconds>,v1=<64 hex digits>` as Whereby does, made with this endpoint's secret for exactly the bytes of the body. The receiver's log has the reason.";

/** Builds the response to a request that was refused or failed. Only texts of this package go into it: they hold no secret. */
export function buildErrorResponse(error: WherebyError): Response {
  const { code } = error;
  const status = findStatus(code);
  const message = status === 401 ? unauthorized : error.message;
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
