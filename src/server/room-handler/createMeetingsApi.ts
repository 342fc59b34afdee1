import type { CreateMeeting, Meeting } from '../client/resources/meetingTypes.js';
import type { RequestOptions } from '../client/types.js';
import { createRefusal } from './createRefusal.js';
import type { RoleField } from './roleFields.js';
import { toRefusal } from './toRefusal.js';
import { UnsureCreation } from './UnsureCreation.js';

/** The part of `createWhereby()` that the handler uses. */
export interface MeetingsClient {
  readonly meetings: {
    create(input: CreateMeeting<RoleField>, options?: RequestOptions): Promise<Meeting>;
    get(
      meetingId: string,
      query?: { readonly fields?: readonly RoleField[] | undefined },
      options?: RequestOptions,
    ): Promise<Meeting>;
    delete(meetingId: string, options?: RequestOptions): Promise<unknown>;
    /** Without it, a creation whose answer is lost cannot be looked for, and ends as `CREATION_UNSURE`. */
    list?(
      query: {
        readonly limit?: number | undefined;
        readonly roomName?: { readonly startsWith: string } | undefined;
      },
      options?: RequestOptions,
    ): AsyncIterable<Meeting>;
  };
}

/** Receives errors that the browser must not see. */
export type Report = (error: unknown) => void;

/** Calls of the API. A call that fails reports the reason and throws the `Refusal` that the browser may see. */
export interface MeetingsApi {
  /** @throws UnsureCreation if it may have been created all the same */
  create(input: CreateMeeting<RoleField>, report: Report): Promise<Meeting>;
  readonly canFindByMark: boolean;
  /** The meetings with a mark after the prefix in their room's name, oldest first. */
  findByMark(mark: string, prefix: string, report: Report): Promise<Meeting[]>;
  /** The meeting, or undefined if there is none. */
  find(meetingId: string, fields: readonly RoleField[], report: Report): Promise<Meeting | undefined>;
  /** @throws Refusal `MEETING_NOT_FOUND` if there is none */
  get(meetingId: string, fields: readonly RoleField[], report: Report): Promise<Meeting>;
  /** Succeeds if the meeting is already deleted. */
  delete(meetingId: string, report: Report): Promise<void>;
}

/** A person waits for the response, so it is better to ask them to come back than to wait for a spent request budget. */
const options: RequestOptions = { deadline: 10_000 };

/** Looking for a meeting comes after a failed creation, while the person still waits. */
const lookOptions: RequestOptions = { deadline: 5000 };

const isUnsure = (error: unknown): boolean =>
  (error as { readonly mayHaveSucceeded?: unknown }).mayHaveSucceeded === true;

export function createMeetingsApi({ meetings }: MeetingsClient): MeetingsApi {
  /** Undefined if the meeting does not exist, which is not a fault of the server. */
  async function call<T>(result: Promise<T>, report: Report): Promise<T | undefined> {
    try {
      return await result;
    } catch (error) {
      const refusal = toRefusal(error, false);
      if (refusal?.code === 'MEETING_NOT_FOUND') return undefined;
      if (refusal) report(error);
      throw refusal ?? error;
    }
  }

  const find: MeetingsApi['find'] = (meetingId, fields, report) =>
    call(meetings.get(meetingId, { fields }, options), report);

  return {
    async create(input, report) {
      try {
        return await meetings.create(input, options);
      } catch (error) {
        const refusal = toRefusal(error, true);
        if (refusal) report(error);
        if (refusal && isUnsure(error)) throw new UnsureCreation(refusal);
        throw refusal ?? error;
      }
    },
    find,
    canFindByMark: meetings.list !== undefined,
    async findByMark(mark, prefix, report) {
      const startsWith = `/${prefix}${mark}`.toLowerCase().replace(/\s/g, '').replace(/^\/+/, '/');
      const found: Meeting[] = [];
      const read = async () => {
        const query = { limit: 100, roomName: { startsWith } };
        for await (const meeting of meetings.list?.(query, lookOptions) ?? [])
          // Checked here too: only Whereby's guide documents the filter, not the API reference.
          if (meeting.roomUrl.includes(`${mark}-`)) found.push(meeting);
      };
      await call(read(), report);
      return found.sort((one, other) => Date.parse(one.startDate) - Date.parse(other.startDate));
    },
    async get(meetingId, fields, report) {
      const meeting = await find(meetingId, fields, report);
      if (!meeting) throw createRefusal('MEETING_NOT_FOUND');
      return meeting;
    },
    async delete(meetingId, report) {
      await call(meetings.delete(meetingId, options), report);
    },
  };
}
