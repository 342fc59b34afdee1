import { WherebyError } from '../errors/WherebyError.js';
import type { WherebyErrorCode } from '../errors/WherebyError.js';
import { readRetryAfter } from './contract.js';
import type { MeetingAnswer } from './contract.js';

/** A meeting, and until when its address is good. */
export interface MeetingWithExpiry {
  readonly meeting: MeetingAnswer;
  /** On this machine's clock, in milliseconds. Infinite where the server lets people in although the end has passed. */
  readonly endsAt: number;
}

/** An attempt that failed, and after how many milliseconds another one makes sense. Without it: never. */
export interface Failure {
  readonly error: WherebyError;
  readonly wait?: number | undefined;
}

/** What an answer means that the room handler did not write: the app's own guard, or something on the way. */
const codes: Readonly<Record<number, WherebyErrorCode>> = {
  401: 'SIGN_IN_REQUIRED',
  403: 'NOT_ALLOWED',
  404: 'ROUTE_NOT_FOUND',
  429: 'SERVICE_BUSY',
};

/** The longest wait, in milliseconds, that a page follows. */
const longestWait = 120_000;

/** What the answer says. `backoff` is how long to wait where it does not say. Rejects where the body breaks off. */
export async function readAnswer(response: Response, backoff: number): Promise<MeetingWithExpiry | Failure> {
  const { status, headers } = response;
  const text = await response.text();
  const received = Date.now();
  let body: (Partial<MeetingAnswer> & { readonly error?: Readonly<Record<'code' | 'message', unknown>> }) | null = {};
  try {
    body = JSON.parse(text) as typeof body;
  } catch {
    // HTML, most often: told by what follows.
  }
  const { url, meetingId, role, endDate, error } = body ?? {};
  // One second of grain; a clock that is wrong is wrong by more.
  const skew = (Date.parse(headers.get('date') ?? '') || received) - received;
  const endsAt = Date.parse(endDate!) - skew;
  if (response.ok && url && meetingId && role && endsAt)
    return { meeting: body as MeetingAnswer, endsAt: endsAt > received ? endsAt : Infinity };

  // Codes look so; those of a newer handler are handed on.
  const isOurs = /^[A-Z_]+$/.test(String(error?.code));
  const code = isOurs
    ? (error!.code as WherebyErrorCode)
    : (codes[status] ?? (status < 500 ? 'ROOMS_ANSWER_INVALID' : 'SERVICE_UNAVAILABLE'));
  const passes = status === 429 || (status > 499 && !/^(BODY_CONSUMED|SERVICE_REFUSED)$/.test(code));
  return {
    error: new WherebyError(code, isOurs ? `${error!.message}` : `endpoint answered ${status}: no room handler there?`),
    wait: passes
      ? Math.min(readRetryAfter(headers.get('retry-after'), received) ?? 0, longestWait) || backoff
      : undefined,
  };
}
