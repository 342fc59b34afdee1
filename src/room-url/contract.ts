import type { WherebyErrorCode } from '../errors/WherebyError.js';

/**
 * The HTTP contract of the room handler and the hooks. Needs neither a server nor a page, so that both can import it.
 *
 *   POST   <mount>/meetings        CreateInput   -> 200 MeetingAnswer
 *   GET    <mount>/meetings/<id>                 -> 200 MeetingAnswer
 *   DELETE <mount>/meetings/<id>                 -> 204, also if the meeting is already gone
 *
 * Every other response has a status of `errorStatuses` and a RoomsErrorBody.
 */
export const meetingRoles = ['host', 'visitor', 'viewer'] as const;

/** The roles a room URL can give. Hosts let people in and lock the room; viewers have no camera or microphone. */
export type MeetingRole = (typeof meetingRoles)[number];

/** What a person needs to take part, and nothing else that the REST API returns. */
export interface MeetingAnswer {
  /** The room URL to frame: the one of this person's role, with their parameters. */
  readonly url: string;
  readonly meetingId: string;
  readonly role: MeetingRole;
  /** ISO 8601, UTC. */
  readonly startDate: string;
  /** ISO 8601, UTC. */
  readonly endDate: string;
}

/**
 * What a page may ask for when it creates a meeting. The handler accepts `key`, and the other fields that `choose`
 * allows.
 */
export interface CreateInput {
  /**
   * What the meeting is for, such as `lesson-42`. While that meeting lasts, the same key returns the same meeting.
   * @example key: 'lesson-42'
   * @see `docs/backend.md#new-meetings-meeting-choose-key`
   */
  readonly key?: string | undefined;
  /**
   * Minutes from now until `endDate`.
   * @example minutes: 45
   * @see `docs/backend.md#new-meetings-meeting-choose-key`
   */
  readonly minutes?: number | undefined;
  /**
   * `normal` holds at most 4 people, `group` at most 200.
   * @example mode: 'group'
   * @see `docs/backend.md#new-meetings-meeting-choose-key`
   */
  readonly mode?: 'normal' | 'group' | undefined;
  /**
   * Whether everyone but hosts has to knock.
   * @example locked: true
   * @see `docs/backend.md#new-meetings-meeting-choose-key`
   */
  readonly locked?: boolean | undefined;
  /**
   * How the room's name starts.
   * @example prefix: 'lesson-'
   * @see `docs/backend.md#new-meetings-meeting-choose-key`
   */
  readonly prefix?: string | undefined;
}

/** Every error code of the handler, with its HTTP status. */
export const errorStatuses = {
  BODY_INVALID: 400,
  INPUT_REFUSED: 400,
  SIGN_IN_REQUIRED: 401,
  NOT_ALLOWED: 403,
  ORIGIN_REFUSED: 403,
  MEETING_NOT_FOUND: 404,
  ROUTE_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  BODY_SLOW: 408,
  CREATION_UNSURE: 409,
  MEETING_EXPIRED: 410,
  BODY_TOO_LARGE: 413,
  BODY_TYPE_REFUSED: 415,
  SERVICE_BUSY: 429,
  BODY_CONSUMED: 500,
  HANDLER_REQUEST_INVALID: 500,
  SERVER_FAILED: 500,
  SERVICE_REFUSED: 502,
  MEETING_NOT_READY: 503,
  SERVICE_UNAVAILABLE: 503,
} as const satisfies Partial<Record<WherebyErrorCode, number>>;

export type RoomsErrorCode = keyof typeof errorStatuses;

/**
 * The wait that a `Retry-After` header asks for: seconds, or an HTTP date
 * (https://www.rfc-editor.org/rfc/rfc9110#name-retry-after).
 * @param now what a date is compared with, in milliseconds since 1970
 * @returns milliseconds, 0 or more; null if the header is missing, unreadable, or more than a year ahead
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() || 'missing';
  const seconds = Number(text);
  const wait = Number.isNaN(seconds) ? Date.parse(text) - now : seconds * 1000;
  return wait < 31_536_000_000 ? Math.max(0, wait) : null;
}

export interface RoomsErrorBody {
  readonly error: {
    readonly code: RoomsErrorCode;
    readonly message: string;
    /** The app's own code for why its `authorize` refused, such as `TOO_EARLY`. */
    readonly reason?: string | undefined;
    /** When asking again may help. ISO 8601, UTC. */
    readonly retryAt?: string | undefined;
  };
}
