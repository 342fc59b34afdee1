import { WherebyError } from '../../errors/WherebyError.js';
import { createRefusal } from './createRefusal.js';
import type { Refusal } from './Refusal.js';

/**
 * What a failed call of the API means for the browser. The reason stays on the server: a wrong API key must not look
 * like a person who is not signed in.
 * @param creating whether the call was to create a meeting, so that the meeting itself cannot be missing
 * @returns undefined for an error that does not come from the API
 */
export function toRefusal(error: unknown, creating: boolean): Refusal | undefined {
  if (!(error instanceof WherebyError)) return undefined;
  switch (error.code) {
    case 'API_RATE_LIMITED':
      return createRefusal('SERVICE_BUSY', {}, { headers: buildRetryAfter(error, 15) });
    case 'API_UNAVAILABLE':
    case 'API_UNREADABLE':
    case 'API_UNREACHABLE':
    case 'API_TIMEOUT':
      return createRefusal('SERVICE_UNAVAILABLE', {}, { headers: buildRetryAfter(error, 5) });
    case 'REQUEST_INVALID':
    case 'API_NOT_FOUND':
      return createRefusal(creating ? 'SERVICE_REFUSED' : 'MEETING_NOT_FOUND');
    case 'API_REFUSED': {
      // The API documents no status for an id of the wrong form.
      const { status } = error as { readonly status?: unknown };
      const isWrongId = !creating && (status === 400 || status === 422);
      return createRefusal(isWrongId ? 'MEETING_NOT_FOUND' : 'SERVICE_REFUSED');
    }
    case 'API_UNAUTHORIZED':
    case 'API_FORBIDDEN':
    case 'API_ADDRESS_WRONG':
    case 'API_CERTIFICATE_REFUSED':
    case 'API_KEY_MISSING':
    case 'API_KEY_INVALID':
      return createRefusal('SERVICE_REFUSED');
    default:
      return undefined;
  }
}

/** The wait the API asks for, else `fallback`, both in seconds. */
function buildRetryAfter(error: WherebyError, fallback: number): Readonly<Record<string, string>> {
  const { retryAfter } = error as { readonly retryAfter?: unknown };
  const seconds = typeof retryAfter === 'number' ? Math.max(1, Math.ceil(retryAfter / 1000)) : fallback;
  return { 'retry-after': String(seconds) };
}
