import { WherebyError } from '../errors/WherebyError.js';
import type { WherebyErrorCode } from '../errors/WherebyError.js';
import type { MeetingAnswer } from './contract.js';

/** A meeting, and until when its URL is valid. */
export interface MeetingWithExpiry {
  readonly meeting: MeetingAnswer;
  /** On this machine's clock, in milliseconds. Infinite if the server lets people in after the meeting's end. */
  readonly endsAt: number;
}

/** An attempt that failed. */
export interface Failure {
  readonly error: WherebyError;
  /** After how many milliseconds to try again; without it, trying again is of no use. */
  readonly wait?: number | undefined;
}

/** What a status means if the room handler did not write the response: the app's own guard did, or a proxy. */
const codes: Readonly<Record<number, WherebyErrorCode>> = {
  401: 'SIGN_IN_REQUIRED',
  403: 'NOT_ALLOWED',
  404: 'ROUTE_NOT_FOUND',
  429: 'SERVICE_BUSY',
};

/** Server errors that a repeated request would get again. */
const permanentCodes: readonly WherebyErrorCode[] = ['BODY_CONSUMED', 'SERVICE_REFUSED'];

/** Milliseconds, at most two minutes; NaN if the header does not say. */
const readRetryAfter = (text: string): number => Math.min(+text * 1000 || Date.parse(text) - Date.now(), 120_000);

interface Body extends Partial<MeetingAnswer> {
  readonly error?: Readonly<Record<'code' | 'message', unknown>>;
}

async function readBody(response: Response): Promise<Body> {
  const text = await response.text();
  try {
    return (JSON.parse(text) as Body | null) ?? {};
  } catch {
    // Most often HTML. The status and the missing fields decide what it means.
    return {};
  }
}

/**
 * Reads a response of the room handler.
 * @param backoff how long to wait after a temporary failure without `Retry-After`, in milliseconds
 * @throws if the body breaks off
 */
export async function readResponse(response: Response, backoff: number): Promise<MeetingWithExpiry | Failure> {
  const { status, headers } = response;
  const body = await readBody(response);
  const received = Date.now();
  const { url, meetingId, role, endDate, error } = body;
  // `Date` has whole seconds, which is close enough: a clock that is wrong is wrong by more.
  const clockOffset = (Date.parse(headers.get('date') ?? '') || received) - received;
  const endsAt = Date.parse(endDate ?? '') - clockOffset;
  if (response.ok && url && meetingId && role && endsAt)
    return { meeting: body as MeetingAnswer, endsAt: endsAt > received ? endsAt : Infinity };

  // A code of the room handler, perhaps of a newer version than this one.
  const isFromHandler = /^[A-Z_]+$/.test(String(error?.code));
  const code = isFromHandler
    ? (error!.code as WherebyErrorCode)
    : (codes[status] ?? (status < 500 ? 'ROOMS_ANSWER_INVALID' : 'SERVICE_UNAVAILABLE'));
  const isTemporary = status === 429 || (status >= 500 && !permanentCodes.includes(code));
  return {
    error: new WherebyError(
      code,
      isFromHandler ? `${error!.message}` : `endpoint answered ${status}: no room handler there?`,
    ),
    wait: isTemporary ? readRetryAfter(headers.get('retry-after') ?? '') || backoff : undefined,
  };
}
