import { WherebyError } from '../../errors/WherebyError.js';
import type { CreateMeeting, Meeting } from '../client/resources/meetingTypes.js';
import type { RequestOptions } from '../client/types.js';
import { createRefusal } from './createRefusal.js';
import type { Refusal } from './Refusal.js';

type RoleField = 'hostRoomUrl' | 'viewerRoomUrl';

/** As much of `createWhereby()` as the handler uses. */
export interface MeetingsClient {
  readonly meetings: {
    create(input: CreateMeeting<RoleField>, options?: RequestOptions): Promise<Meeting>;
    get(
      meetingId: string,
      query?: { readonly fields?: readonly RoleField[] | undefined },
      options?: RequestOptions,
    ): Promise<Meeting>;
    delete(meetingId: string, options?: RequestOptions): Promise<unknown>;
  };
}

/** A person waits for the answer: sooner told to come back than kept. */
export const patience: RequestOptions = { deadline: 10_000 };

const after = (error: unknown, fallback: number): Readonly<Record<string, string>> => {
  const wait = (error as { readonly retryAfter?: unknown }).retryAfter;
  return { 'retry-after': String(typeof wait === 'number' ? Math.max(1, Math.ceil(wait / 1000)) : fallback) };
};

/**
 * What a failed call means for the browser. The reason stays on the server: a wrong key must not look like a
 * person who is not signed in. `undefined` for errors that are not of the API.
 */
export function refusalOf(error: unknown, creating: boolean): Refusal | undefined {
  if (!(error instanceof WherebyError)) return undefined;
  const { status } = error as { readonly status?: unknown };
  switch (error.code) {
    case 'API_RATE_LIMITED':
      return createRefusal('SERVICE_BUSY', {}, after(error, 15));
    case 'API_UNAVAILABLE':
    case 'API_UNREADABLE':
    case 'API_UNREACHABLE':
    case 'API_TIMEOUT':
      return createRefusal('SERVICE_UNAVAILABLE', {}, after(error, 5));
    case 'REQUEST_INVALID':
    case 'API_NOT_FOUND':
    case 'API_REFUSED':
      if (!creating && (error.code !== 'API_REFUSED' || status === 400 || status === 422))
        return createRefusal('MEETING_NOT_FOUND');
      break;
    case 'API_UNAUTHORIZED':
    case 'API_FORBIDDEN':
      break;
    default:
      return undefined;
  }
  return createRefusal('SERVICE_REFUSED');
}
