import { hasText } from './hasText.js';
import type { Call } from '../Call.js';
import { createList } from './createList.js';
import type { CreateMeeting, ListMeetings, MeetingField, MeetingWith } from './meetingTypes.js';
import { encodeId } from './encodeId.js';
import type { WithRateLimit, List, RequestOptions } from '../types.js';

export interface Meetings {
  /**
   * Creates a meeting, whose room works from now until an hour after `endDate`. Repeated only if nothing was sent or
   * the API asked to wait, so one call never creates two meetings.
   * @throws WherebyError `REQUEST_INVALID`; WherebyApiError
   */
  create<const F extends MeetingField = never>(
    input: CreateMeeting<F> & { readonly templateType: 'viewerMode' },
    options?: RequestOptions,
  ): Promise<WithRateLimit<MeetingWith<F | 'hostRoomUrl' | 'viewerRoomUrl'>>>;
  create<const F extends MeetingField = never>(
    input: CreateMeeting<F>,
    options?: RequestOptions,
  ): Promise<WithRateLimit<MeetingWith<F>>>;
  /** @throws WherebyApiError `API_NOT_FOUND` if it never existed, was deleted or has been over for long */
  get<const F extends MeetingField = never>(
    meetingId: string,
    query?: { readonly fields?: readonly F[] | undefined },
    options?: RequestOptions,
  ): Promise<WithRateLimit<MeetingWith<F>>>;
  /** Closes the room: everyone in it is removed at once. Succeeds if it is already deleted. */
  delete(meetingId: string, options?: RequestOptions): Promise<WithRateLimit>;
  /** Every meeting that is not deleted, including those that are over. */
  list<const F extends MeetingField = never>(query?: ListMeetings<F>, options?: RequestOptions): List<MeetingWith<F>>;
}

const isMeeting = hasText('meetingId', 'roomUrl', 'endDate');

/** Checks for a meeting with the requested room URLs. `dialIn` is not checked: only accounts in its beta receive it. */
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
      isResult: isMeetingWith(input.fields, input.templateType),
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
      path: `/meetings/${encodeId('meetingId', meetingId)}`,
      query,
      isResult: isMeetingWith(query.fields),
      options,
    }),
  delete: async (meetingId, options) =>
    call({
      operation: 'meetings.delete',
      method: 'DELETE',
      path: `/meetings/${encodeId('meetingId', meetingId)}`,
      options,
    }),
  list: (query = {}, options) =>
    createList(call, { operation: 'meetings.list', path: '/meetings', query, options }, isMeeting),
});
