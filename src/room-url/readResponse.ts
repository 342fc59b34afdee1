import { createError } from '../errors/createError.js';
import { WherebyError } from '../errors/WherebyError.js';
import type { RoomRefusal, WherebyErrorCode } from '../errors/WherebyError.js';
import { errorStatuses, readRetryAfter } from './contract.js';
import type { MeetingAnswer, RoomsErrorBody } from './contract.js';
import { isSignInRequired } from './isSignInRequired.js';

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
function createForeignError(status: number): WherebyError {
  switch (status) {
    case 403:
      return createError('NOT_ALLOWED');
    case 404:
      return createError('ROUTE_NOT_FOUND');
    case 429:
      return createError('SERVICE_BUSY');
    default:
      return status < 500 ? createError('ROOMS_ANSWER_INVALID', { status }) : createError('SERVICE_UNAVAILABLE');
  }
}

/** Errors that a repeated request would get again, whatever their status. */
const permanentCodes: readonly WherebyErrorCode[] = [
  'BODY_CONSUMED',
  'HANDLER_REQUEST_INVALID',
  'SERVICE_REFUSED',
  'SIGN_IN_REQUIRED',
];

/** The longest wait, in milliseconds, that a page follows. */
const longestWait = 120_000;

interface Body extends Partial<MeetingAnswer> {
  readonly error?: Partial<RoomsErrorBody['error']>;
}

function parseBody(text: string): Body {
  try {
    const body: Body | null = JSON.parse(text);
    return body ?? {};
  } catch {
    // Most often HTML. The status and the missing fields decide what it means.
    return {};
  }
}

const isMeeting = (body: Body): body is MeetingAnswer =>
  Boolean(body.url && body.meetingId && body.role && Date.parse(body.endDate ?? ''));

/** @param clockOffset by how much the server's clock is ahead of this machine's, in milliseconds */
function readError(response: Response, text: string, clockOffset: number): WherebyError {
  const { error } = parseBody(text);
  const code = String(error?.code);
  if (!Object.hasOwn(errorStatuses, code))
    return isSignInRequired(response, text) ? createError('SIGN_IN_REQUIRED') : createForeignError(response.status);
  const { message, reason, retryAt } = error!;
  const refusal: RoomRefusal = { reason, retryAt: retryAt ? new Date(Date.parse(retryAt) - clockOffset) : undefined };
  const refused = new WherebyError(code as WherebyErrorCode, String(message));
  return reason || retryAt ? Object.assign(refused, { refusal }) : refused;
}

/**
 * Reads a response of the room handler.
 * @param backoff how long to wait after a temporary failure without `Retry-After`, in milliseconds
 * @throws if the body breaks off
 */
export async function readResponse(response: Response, backoff: number): Promise<MeetingWithExpiry | Failure> {
  const { status, headers } = response;
  const text = await response.text();
  const body = parseBody(text);
  const received = Date.now();
  // `Date` has whole seconds, which is close enough: a clock that is wrong is wrong by more.
  const clockOffset = (Date.parse(headers.get('date') ?? '') || received) - received;
  if (response.ok && isMeeting(body)) {
    const endsAt = Date.parse(body.endDate) - clockOffset;
    return { meeting: body, endsAt: endsAt > received ? endsAt : Infinity };
  }
  const error = readError(response, text, clockOffset);
  const isTemporary = (status === 408 || status === 429 || status >= 500) && !permanentCodes.includes(error.code);
  const retryAt = error.refusal?.retryAt?.getTime() ?? received;
  const retryAfter = Math.min(readRetryAfter(headers.get('retry-after'), received) ?? retryAt - received, longestWait);
  return { error, wait: isTemporary ? retryAfter || backoff : undefined };
}
