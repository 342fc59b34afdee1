import { createServerError } from '../../errors/createServerError.js';
import { WherebyApiError } from './apiError.js';
import { realClock } from './clock.js';
import type { Clock } from './clock.js';
import type { Whereby } from './createWhereby.js';
import { createPacer } from './pacer.js';
import type { Meeting } from './meetingTypes.js';
import { toUtc } from './toUtc.js';
import type { Moment } from './types.js';

export interface DeleteStaleMeetings {
  readonly whereby: Pick<Whereby, 'meetings'>;
  /** Meetings that were over before this moment are deleted. Not later than now: people may be in the others. */
  readonly before: Moment;
  /**
   * What the names of the rooms begin with: your `roomNamePrefix`. It is what tells the rooms of this app from those
   * of others, so it has no default; `''` means every room of the account.
   */
  readonly prefix: string;
  /**
   * `endDate` (default): when the meeting was to end. `startDate`: when it was made, for rooms made with a far `endDate`
   * and abandoned; mind that this also finds meetings that are still planned.
   */
  readonly by?: 'endDate' | 'startDate' | undefined;
  /** Finds them and deletes none. */
  readonly dryRun?: boolean | undefined;
  /** At most so many are deleted in this run. */
  readonly max?: number | undefined;
  /** Part of the request budget, 0 to 1, left to the rest of your app. Default 0.5. */
  readonly reserve?: number | undefined;
  /** Told of each meeting that was deleted. */
  readonly onDelete?: ((meeting: StaleMeeting) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** For tests: time that need not pass. */
  readonly clock?: Clock | undefined;
}

export type StaleMeeting = Pick<Meeting, 'meetingId' | 'roomName' | 'startDate' | 'endDate'>;

export interface DeletedMeetings {
  /** Every meeting that was found, deleted or not. */
  readonly found: readonly StaleMeeting[];
  readonly deleted: readonly StaleMeeting[];
  readonly failed: readonly { readonly meeting: StaleMeeting; readonly error: WherebyApiError }[];
}

/**
 * Deletes rooms that an app made and left behind; they count against the plan until they are deleted. Goes slowly
 * enough to leave the rest of the app its share of the request budget, so it may take minutes. Running it again, or
 * twice at once, does no harm.
 * @throws WherebyError `REQUEST_INVALID`; WherebyApiError where the list cannot be read or the key is refused; the
 * signal's reason
 */
export async function deleteStaleMeetings(input: DeleteStaleMeetings): Promise<DeletedMeetings> {
  const { whereby, by = 'endDate', dryRun = false, max = Infinity, signal, clock = realClock } = input;
  const before = readBefore(input.before, clock.now());
  const prefix = readPrefix(input.prefix);
  const pace = createPacer(input.reserve ?? 0.5, clock, signal);
  // Waiting belongs to a sweep: it goes on when the budget is full again.
  const options = { signal, maxRetries: 5, deadline: 600_000 };

  // First all, then the deletions: deleting while paging would move the pages under the cursor.
  const found: StaleMeeting[] = [];
  const query = { limit: 100, ...(prefix === '/' ? {} : { roomName: { startsWith: prefix } }) };
  for await (const { results, rateLimit, cursor } of whereby.meetings.list(query, options).pages()) {
    for (const { meetingId, roomName, startDate, endDate, roomUrl } of results) {
      const meeting = { meetingId, roomName: roomName ?? new URL(roomUrl).pathname, startDate, endDate };
      // Looked at here too: the filter is documented in one place only, and deleting cannot be undone.
      if (meeting.roomName.startsWith(prefix) && Date.parse(toUtc(meeting[by])) < before) found.push(meeting);
    }
    if (cursor !== null) await pace(rateLimit);
  }

  const deleted: StaleMeeting[] = [];
  const failed: { meeting: StaleMeeting; error: WherebyApiError }[] = [];
  const todo = dryRun ? [] : found.slice(0, max);
  for (const [at, meeting] of todo.entries()) {
    try {
      const { rateLimit } = await whereby.meetings.delete(meeting.meetingId, options);
      deleted.push(meeting);
      input.onDelete?.(meeting);
      if (at < todo.length - 1) await pace(rateLimit);
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

/** As the API makes it of a `roomNamePrefix`: lowered, without blanks, after the slash. */
function readPrefix(prefix: unknown): string {
  if (typeof prefix === 'string') return `/${prefix.toLowerCase().replace(/\s/g, '').replace(/^\//, '')}`;
  throw createServerError('REQUEST_INVALID', {
    problem:
      "`prefix` of deleteStaleMeetings must be what the names of your rooms begin with, or '' for every room of the account",
  });
}
