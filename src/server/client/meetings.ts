import { createList } from './list.js';
import { idSegment } from './path.js';
import type { CreateMeeting, ListMeetings, Meeting, MeetingField, MeetingWith } from './meetingTypes.js';
import type { Call } from './call.js';
import type { Answered, List, RequestOptions } from './types.js';

export interface Meetings {
  /**
   * Makes a room that works from now until an hour after `endDate`. Repeated only where nothing was sent or the API
   * said to wait, so one call never makes two.
   * @throws WherebyError `REQUEST_INVALID`; WherebyApiError
   */
  create<const F extends MeetingField = never>(
    input: CreateMeeting<F> & { readonly templateType: 'viewerMode' },
    options?: RequestOptions,
  ): Promise<Answered<MeetingWith<F | 'hostRoomUrl' | 'viewerRoomUrl'>>>;
  create<const F extends MeetingField = never>(
    input: CreateMeeting<F>,
    options?: RequestOptions,
  ): Promise<Answered<MeetingWith<F>>>;
  /** @throws WherebyApiError `API_NOT_FOUND` where it never was, was deleted or is long over */
  get<const F extends MeetingField = never>(
    meetingId: string,
    query?: { readonly fields?: readonly F[] | undefined },
    options?: RequestOptions,
  ): Promise<Answered<MeetingWith<F>>>;
  /** Closes the room: everyone in it is removed at once. Deleting what is gone already is no error. */
  delete(meetingId: string, options?: RequestOptions): Promise<Answered>;
  list<const F extends MeetingField = never>(query?: ListMeetings<F>, options?: RequestOptions): List<MeetingWith<F>>;
}

const required = ['meetingId', 'roomUrl', 'endDate'];

const expected = (fields: readonly MeetingField[] = [], template?: string): readonly string[] => [
  ...required,
  // Not `dialIn`: accounts outside its beta may go without.
  ...(['hostRoomUrl', 'viewerRoomUrl'] as const).filter((field) => template === 'viewerMode' || fields.includes(field)),
];

export function createMeetings(call: Call): Meetings {
  return {
    create: async <F extends MeetingField>(input: CreateMeeting<F>, options?: RequestOptions) =>
      call<MeetingWith<F | 'hostRoomUrl' | 'viewerRoomUrl'>>({
        operation: 'meetings.create',
        method: 'POST',
        path: '/meetings',
        body: { ...input },
        expect: expected(input.fields, input.templateType),
        options,
      }),
    get: async <F extends MeetingField>(
      meetingId: string,
      query: { fields?: readonly F[] | undefined } = {},
      options?: RequestOptions,
    ) =>
      call<MeetingWith<F>>({
        operation: 'meetings.get',
        method: 'GET',
        path: `/meetings/${idSegment('meetingId', meetingId)}`,
        query,
        expect: expected(query.fields),
        options,
      }),
    delete: async (meetingId, options) =>
      call({
        operation: 'meetings.delete',
        method: 'DELETE',
        path: `/meetings/${idSegment('meetingId', meetingId)}`,
        options,
      }),
    list: <F extends MeetingField>(query: ListMeetings<F> = {}, options?: RequestOptions) =>
      createList<Meeting & MeetingWith<F>>(
        call,
        { operation: 'meetings.list', path: '/meetings', query, options },
        required,
      ),
  };
}
