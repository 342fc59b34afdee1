import { callSafely } from '../callSafely.js';
import { createServerError } from '../../errors/createServerError.js';
import { WherebyApiError } from './WherebyApiError.js';
import { realClock } from './realClock.js';
import type { Clock } from './realClock.js';
import type { Whereby } from './createWhereby.js';
import { buildRoomNameStart } from './buildRoomNameStart.js';
import { createPacer } from './createPacer.js';
import type { Meeting } from './resources/meetingTypes.js';
import { toUtc } from './toUtc.js';
import type { Moment } from './types.js';

export interface DeleteStaleMeetings {
  readonly whereby: Pick<Whereby, 'meetings'>;
  /** Meetings that were over before this time are deleted. At most now, because people may be in later ones. */
  readonly before: Moment;
  /**
   * How the names of the rooms start: your `roomNamePrefix`. It separates this app's rooms from those of other apps, so
   * it has no default; `''` means every room of the account.
   */
  readonly prefix: string;
  /**
   * Which date `before` is compared with. `endDate` (default): the planned end. `startDate`: the creation, for rooms
   * that were created with a far `endDate` and abandoned. It also finds meetings that are still to take place.
   */
  readonly by?: 'endDate' | 'startDate' | undefined;
  /** Finds meetings without deleting any. */
  readonly dryRun?: boolean | undefined;
  /** How many meetings are deleted at most in this run. */
  readonly max?: number | undefined;
  /** The part of the request budget, 0 to 1, to leave to the rest of your app. Default 0.5. */
  readonly reserve?: number | undefined;
  /** Called after each deletion, and awaited. What it throws goes to the console, because the meeting is deleted: the others go on. */
  readonly onDelete?: ((meeting: StaleMeeting) => void) | ((meeting: StaleMeeting) => Promise<void>) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Replaces time and randomness in tests. */
  readonly clock?: Clock | undefined;
}

export type StaleMeeting = Pick<Meeting, 'meetingId' | 'roomName' | 'startDate' | 'endDate'>;

export interface DeletedMeetings {
  /** Every matching meeting, deleted or not. */
  readonly found: readonly StaleMeeting[];
  readonly deleted: readonly StaleMeeting[];
  readonly failed: readonly { readonly meeting: StaleMeeting; readonly error: WherebyApiError }[];
}

/**
 * Deletes rooms that an app created and left behind, which count against the plan until they are deleted. It leaves the
 * rest of the app its share of the request budget, so it can take minutes. Running it again, or twice at once, does no
 * harm.
 *
 * It first lists all meetings and then deletes: deleting while paging would shift the pages under the cursor. A deletion
 * that fails is in `failed`, and the others go on.
 * @throws WherebyError `REQUEST_INVALID`; WherebyApiError if the list cannot be read or the key is refused; the
 * signal's reason if it is aborted
 */
export async function deleteStaleMeetings(input: DeleteStaleMeetings): Promise<DeletedMeetings> {
  const { whereby, by = 'endDate', dryRun = false, max = Infinity, signal, clock = realClock } = input;
  const before = readBefore(input.before, clock.now());
  const prefix = readPrefix(input.prefix);
  const pace = createPacer(input.reserve ?? 0.5, clock, signal);
  // A background job can wait until the budget is full again.
  const options = { signal, maxRetries: 5, deadline: 600_000 };

  signal?.throwIfAborted();
  const found: StaleMeeting[] = [];
  const query = { limit: 100, ...(prefix === '/' ? {} : { roomName: { startsWith: prefix } }) };
  for await (const { results, rateLimit, cursor } of whereby.meetings.list(query, options).pages()) {
    for (const { meetingId, roomName, startDate, endDate, roomUrl } of results) {
      const meeting = { meetingId, roomName: roomName ?? new URL(roomUrl).pathname, startDate, endDate };
      // Checked here too: only Whereby's guide documents the filter, not the API reference, and deletion is final.
      if (meeting.roomName.startsWith(prefix) && Date.parse(toUtc(meeting[by])) < before) found.push(meeting);
    }
    if (cursor !== null) await pace(rateLimit);
  }

  const deleted: StaleMeeting[] = [];
  const failed: { meeting: StaleMeeting; error: WherebyApiError }[] = [];
  const toDelete = dryRun ? [] : found.slice(0, max);
  for (const meeting of toDelete) {
    try {
      const { rateLimit } = await whereby.meetings.delete(meeting.meetingId, options);
      deleted.push(meeting);
      await callSafely(() => input.onDelete?.(meeting)).catch((error: unknown) => console.error(error));
      if (meeting !== toDelete.at(-1)) await pace(rateLimit);
    } catch (error) {
      if (!(error instanceof WherebyApiError) || error.code === 'API_UNAUTHORIZED') throw error;
      failed.push({ meeting, error });
    }
  }
  return { found, deleted, failed };
}

function readBefore(before: unknown, now: number): number {
  const time = before instanceof Date ? before.getTime() : typeof before === 'string' ? Date.parse(toUtc(before)) : NaN;
  if (time <= now) return time;
  throw createServerError('REQUEST_INVALID', {
    problem:
      '`before` of deleteStaleMeetings must be a Date or an ISO 8601 string that is not in the future, because deleting a meeting removes everyone in it',
  });
}

function readPrefix(prefix: unknown): string {
  if (typeof prefix === 'string') return buildRoomNameStart(prefix);
  throw createServerError('REQUEST_INVALID', {
    problem:
      "`prefix` of deleteStaleMeetings must be what the names of your rooms begin with, or '' for every room of the account",
  });
}
