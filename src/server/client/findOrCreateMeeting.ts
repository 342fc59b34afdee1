import { createServerError } from '../../errors/createServerError.js';
import { buildRoomNameStart } from './buildRoomNameStart.js';
import type { Whereby } from './createWhereby.js';
import type { CreateMeeting, Meeting } from './resources/meetingTypes.js';
import { toUtc } from './toUtc.js';
import type { RequestOptions } from './types.js';

export interface FindOrCreateMeeting {
  readonly whereby: Pick<Whereby, 'meetings'>;
  /**
   * What to create. The `roomNamePrefix` says what the meeting is for, so it must be of that alone: `lesson-42-`, with something
   * behind the number, because `lesson-4` begins the names of lesson 42 as well.
   */
  readonly input: CreateMeeting & { readonly roomNamePrefix: string };
  /** Whether a meeting that was found is the one looked for. Default: one that ends no earlier than `input.endDate`. */
  readonly isRight?: ((meeting: Meeting) => boolean | Promise<boolean>) | undefined;
  readonly options?: RequestOptions | undefined;
}

export interface FoundMeeting {
  readonly meeting: Meeting;
  /** Whether this call has created it. */
  readonly isNew: boolean;
}

/**
 * Finds the meeting whose room's name begins with a prefix, or creates it: for a job that may die between the creation and the
 * row that it writes, and is repeated. It guarantees:
 *
 * 1. A meeting that an earlier run has created, and never stored, is found by its name and returned.
 * 2. Of runs at the same time, all return the meeting that was created first, and each deletes what it has created beside it.
 *
 * The second needs one more look after the creation, and a list that has what was just created. A lease or a lock of your
 * own spares the service the race; a sweep (`deleteStaleMeetings`) deletes what is left if both fail.
 * @throws WherebyError `REQUEST_INVALID`; WherebyApiError
 */
export async function findOrCreateMeeting({
  whereby,
  input,
  isRight,
  options,
}: FindOrCreateMeeting): Promise<FoundMeeting> {
  const { roomNamePrefix, endDate } = input;
  if (typeof roomNamePrefix !== 'string' || roomNamePrefix.trim() === '')
    throw createServerError('REQUEST_INVALID', {
      problem: '`roomNamePrefix` of findOrCreateMeeting is missing, by which the meeting is found again',
    });
  const startsWith = buildRoomNameStart(roomNamePrefix);
  const end = endDate instanceof Date ? endDate.getTime() : Date.parse(toUtc(endDate));
  const isWanted = isRight ?? ((meeting) => Date.parse(toUtc(meeting.endDate)) >= end);

  async function findFirst(): Promise<Meeting | undefined> {
    const found: Meeting[] = [];
    for await (const meeting of whereby.meetings.list({ limit: 100, roomName: { startsWith } }, options)) {
      // Checked here too: only Whereby's guide documents the filter, not the API reference.
      const roomName = meeting.roomName ?? new URL(meeting.roomUrl).pathname;
      if (roomName.startsWith(startsWith) && (await isWanted(meeting))) found.push(meeting);
    }
    return found.sort(byCreation)[0];
  }

  const existing = await findFirst();
  if (existing) return { meeting: existing, isNew: false };
  const created = await whereby.meetings.create(input, options);
  const first = await findFirst();
  if (!first || first.meetingId === created.meetingId) return { meeting: created, isNew: true };
  await whereby.meetings.delete(created.meetingId, options);
  return { meeting: first, isNew: false };
}

/** The same order in every process, also for meetings of one moment. */
const byCreation = (one: Meeting, other: Meeting): number =>
  Date.parse(one.startDate) - Date.parse(other.startDate) || (one.meetingId < other.meetingId ? -1 : 1);
