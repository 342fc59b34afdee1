import type { CreateMeeting, Meeting } from '../client/resources/meetingTypes.js';
import type { RequestOptions } from '../client/types.js';
import { createRefusal } from './createRefusal.js';
import type { RoleField } from './roleFields.js';
import { toRefusal } from './toRefusal.js';

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
  };
}

/** Receives errors that the browser must not see. */
export type Report = (error: unknown) => void;

/** Calls of the API. A call that fails reports the reason and throws the `Refusal` that the browser may see. */
export interface MeetingsApi {
  create(input: CreateMeeting<RoleField>, report: Report): Promise<Meeting>;
  /** The meeting, or undefined if there is none. */
  find(meetingId: string, fields: readonly RoleField[], report: Report): Promise<Meeting | undefined>;
  /** @throws Refusal `MEETING_NOT_FOUND` if there is none */
  get(meetingId: string, fields: readonly RoleField[], report: Report): Promise<Meeting>;
  /** Succeeds if the meeting is already deleted. */
  delete(meetingId: string, report: Report): Promise<void>;
}

/** A person waits for the response, so it is better to ask them to come back than to wait for a spent request budget. */
const options: RequestOptions = { deadline: 10_000 };

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
        throw refusal ?? error;
      }
    },
    find,
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
