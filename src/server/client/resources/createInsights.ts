import { hasText } from './hasText.js';
import type { Call } from '../Call.js';
import { createList } from './createList.js';
import type { WithRateLimit, List, Moment, PageQuery, RequestOptions, SortBy } from '../types.js';

/** Totals of a room or a session. */
export interface InsightTotals {
  /** Each connection is rounded up to whole minutes before they are added, so a reconnect costs another minute. */
  readonly totalParticipantMinutes: number;
  readonly totalRecorderMinutes: number;
  readonly totalStreamerMinutes: number;
  readonly totalUniqueParticipants: number;
  readonly totalUniqueRecorders: number;
  readonly totalUniqueStreamers: number;
  /** Null if nobody rated; absent if the account has no ratings. */
  readonly rating?: number | null;
  readonly totalRatings?: number | null;
}

export interface RoomInsights extends InsightTotals {
  /** With its leading slash. */
  readonly roomName: string;
  /** ISO 8601, UTC, as every time in insights. */
  readonly createdAt: string;
  readonly endAt: string;
  /** Null before the first session. */
  readonly firstSessionStartedAt: string | null;
  readonly lastSessionStartedAt: string | null;
  readonly totalSessions: number;
}

export interface RoomSessionInsights extends InsightTotals {
  readonly roomSessionId: string;
  readonly roomName: string;
  readonly startedAt: string;
  /** Null while the session is running. */
  readonly endedAt: string | null;
}

export interface ParticipantInsights {
  readonly roomSessionId: string;
  readonly participantId: string;
  readonly deviceId: string;
  readonly userId: string;
  /** `host`, `visitor`, `granted_visited` (webhooks spell it `granted_visitor`) and others. */
  readonly roleName: string;
  /** `[[redacted]]` if the account hides names. */
  readonly displayName: string;
  readonly joinedAt: string;
  /** Null while they are in the room. */
  readonly leftAt: string | null;
  /** The `externalId` in their room address. */
  readonly externalId: string | null;
  readonly rating?: number | null;
  readonly tags?: readonly string[] | null;
  readonly comment?: string | null;
}

/** One connection of a participant. */
export interface ParticipantDetails {
  readonly displayName: string;
  readonly userRole: string;
  readonly userAgent: string;
  readonly timeStamp: string;
  /** Milliseconds between two samples. */
  readonly sampleRateMs: number;
  /** One value per sample; the API documents no units. */
  readonly samples: Readonly<
    Partial<Record<'packetLossSend' | 'packetLossRecv' | 'bitrateSend' | 'bitrateRecv', readonly (number | null)[]>>
  >;
  /** The API does not document its shape. */
  readonly events: unknown;
}

type TotalField = Exclude<keyof InsightTotals, 'rating' | 'totalRatings'>;

export interface ListRoomInsights extends PageQuery {
  /** With the leading slash. */
  readonly roomName?:
    | {
        readonly exact?: string | undefined;
        readonly startsWith?: string | undefined;
        readonly contains?: string | undefined;
      }
    | undefined;
  readonly createdAt?: { readonly from?: Moment | undefined; readonly to?: Moment | undefined } | undefined;
  readonly sortBy?: SortBy<Exclude<keyof RoomInsights, 'rating' | 'totalRatings'>> | undefined;
}

export interface ListRoomSessionInsights extends PageQuery {
  /** The whole name, with its leading slash. */
  readonly roomName: string;
  readonly roomSessionId?: string | undefined;
  readonly sortBy?: SortBy<TotalField | 'startedAt' | 'endedAt'> | undefined;
}

/** The participants of one session, or one person's participations in all sessions. */
export type ListParticipantInsights = PageQuery & {
  readonly sortBy?: SortBy<'joinedAt' | 'leftAt'> | undefined;
} & (
    | { readonly roomSessionId: string; readonly externalId?: undefined }
    | { readonly externalId: string; readonly roomSessionId?: undefined }
  );

/** What happened in rooms. Whereby's guide says that the data is ten to fifteen minutes behind. */
export interface Insights {
  rooms(query?: ListRoomInsights, options?: RequestOptions): List<RoomInsights>;
  roomSessions(query: ListRoomSessionInsights, options?: RequestOptions): List<RoomSessionInsights>;
  participants(query: ListParticipantInsights, options?: RequestOptions): List<ParticipantInsights>;
  /** The quality of a participant's connections, one entry each. */
  participant(
    query: { readonly roomSessionId: string; readonly participantId: string },
    options?: RequestOptions,
  ): Promise<WithRateLimit<readonly ParticipantDetails[]>>;
}

export const createInsights = (call: Call): Insights => ({
  rooms: (query = {}, options) =>
    createList(call, { operation: 'insights.rooms', path: '/insights/rooms', query, options }, hasText('roomName')),
  roomSessions: (query, options) =>
    createList(
      call,
      { operation: 'insights.roomSessions', path: '/insights/room-sessions', query, options },
      hasText('roomSessionId'),
    ),
  participants: (query, options) =>
    createList(
      call,
      { operation: 'insights.participants', path: '/insights/participants', query, options },
      hasText('participantId'),
    ),
  participant: async (query, options) =>
    call<readonly ParticipantDetails[]>({
      operation: 'insights.participant',
      method: 'GET',
      path: '/insights/participant',
      query,
      isResult: Array.isArray,
      options,
    }),
});
