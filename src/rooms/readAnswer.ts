import { WherebyError } from '../errors.js';
import type { WherebyErrorCode } from '../errors.js';
import { roles, statusOf } from '../server/rooms/contract.js';
import type { MeetingAnswer, RoomsErrorCode } from '../server/rooms/contract.js';

/** A meeting, and until when its address is good. */
export interface Arrived {
  readonly meeting: MeetingAnswer;
  /** On this machine's clock, in milliseconds. Infinite where the server lets people in although the end has passed. */
  readonly endsAt: number;
}

/** An attempt that failed, and after how many milliseconds another one makes sense. Without it: never. */
export interface Failure {
  readonly error: WherebyError;
  readonly wait?: number | undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isMeeting = (value: unknown): value is MeetingAnswer =>
  isRecord(value) &&
  [value['url'], value['meetingId'], value['startDate']].every((text) => typeof text === 'string') &&
  !Number.isNaN(Date.parse(value['endDate'] as string)) &&
  (roles as readonly unknown[]).includes(value['role']);

/** What an answer means that the room handler did not write: the app's own guard, or something on the way. */
const codeOf = (status: number): WherebyErrorCode =>
  status === 401
    ? 'SIGN_IN_REQUIRED'
    : status === 403
      ? 'NOT_ALLOWED'
      : status === 404
        ? 'ROUTE_NOT_FOUND'
        : status === 429
          ? 'SERVICE_BUSY'
          : status >= 500
            ? 'SERVICE_UNAVAILABLE'
            : 'ROOMS_ANSWER_INVALID';

const longestWait = 120_000;

const readRetryAfter = (text: string | null): number | undefined => {
  if (!text) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), longestWait);
};

/** Whoever is to blame for these has to change something first. */
const final: readonly WherebyErrorCode[] = ['BODY_CONSUMED', 'SERVICE_REFUSED'];

/** What the answer says. `backoff` is how long to wait where it does not say. Rejects where the body breaks off. */
export async function readAnswer(response: Response, backoff: number): Promise<Arrived | Failure> {
  const { status, headers } = response;
  const text = await response.text();
  const received = Date.now();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // HTML, most often: told by what follows.
  }
  if (response.ok && isMeeting(body)) {
    // One second of grain; a clock that is wrong is wrong by more.
    const skew = (Date.parse(headers.get('date') ?? '') || received) - received;
    const endsAt = Date.parse(body.endDate) - skew;
    return { meeting: body, endsAt: endsAt > received ? endsAt : Infinity };
  }
  const told = isRecord(body) && isRecord(body['error']) ? body['error'] : {};
  const isOurs = typeof told['code'] === 'string' && Object.hasOwn(statusOf, told['code']);
  const code = isOurs ? (told['code'] as RoomsErrorCode) : codeOf(status);
  const message = isOurs
    ? String(told['message'])
    : `the endpoint answered ${status} (${headers.get('content-type') ?? 'no type'}), which is not the room handler. Check endpoint of RoomsProvider.`;
  const passes = (status === 429 || status >= 500) && !final.includes(code);
  return {
    error: new WherebyError(code, message),
    wait: passes ? (readRetryAfter(headers.get('retry-after')) ?? backoff) : undefined,
  };
}
