import { hasText } from './call.js';
import type { Call } from './call.js';
import { createList } from './list.js';
import type { CreateMeeting, ListMeetings, MeetingField, MeetingWith } from './meetingTypes.js';
import { idSegment } from './path.js';
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
  /** Every meeting that is not deleted, also those that are over. */
  list<const F extends MeetingField = never>(query?: ListMeetings<F>, options?: RequestOptions): List<MeetingWith<F>>;
}

const isMeeting = hasText('meetingId', 'roomUrl', 'endDate');

/** A meeting with the addresses that were asked for. Not `dialIn`: accounts outside its beta go without. */
const isMeetingWith = (fields: readonly MeetingField[] = [], template?: string) =>
  hasText(
    'meetingId',
    'roomUrl',
    'endDate',
    ...(['hostRoomUrl', 'viewerRoomUrl'] as const).filter(
      (field) => template === 'viewerMode' || fields.includes(field),
    ),
  );

export const createMeetings = (call: Call): Meetings => ({
  create: async <F extends MeetingField>(input: CreateMeeting<F>, options?: RequestOptions) =>
    call<MeetingWith<F | 'hostRoomUrl' | 'viewerRoomUrl'>>({
      operation: 'meetings.create',
      method: 'POST',
      path: '/meetings',
      body: input,
      isAnswer: isMeetingWith(input.fields, input.templateType),
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
      isAnswer: isMeetingWith(query.fields),
      options,
    }),
  delete: async (meetingId, options) =>
    call({
      operation: 'meetings.delete',
      method: 'DELETE',
      path: `/meetings/${idSegment('meetingId', meetingId)}`,
      options,
    }),
  list: (query = {}, options) =>
    createList(call, { operation: 'meetings.list', path: '/meetings', query, options }, isMeeting),
});
