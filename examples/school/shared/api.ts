/** Every JSON that the server answers with. Times are ISO 8601 in UTC. */

export type SchoolRole = 'office' | 'teacher' | 'student' | 'parent';
export type Language = 'en' | 'de';

/** GET /api/me; GET /api/people, for the office, has a list of them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: SchoolRole;
  readonly language: Language;
}

export type LessonState = 'booked' | 'open' | 'over' | 'cancelled';
export type Consent = 'none' | 'asked' | 'given' | 'refused';

/** GET /api/lessons (a list), GET /api/lessons/:id */
export interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** The zone that the lesson was booked in, such as `Europe/Berlin`. */
  readonly timeZone: string;
  readonly teacher: Person;
  readonly students: readonly Person[];
  readonly observers: readonly Person[];
  /** `open` from fifteen minutes before the start until fifteen minutes after the end. */
  readonly state: LessonState;
  readonly recordingConsent: Consent;
  readonly keepRecordingDays: number;
}

/** POST /api/lessons; PATCH /api/lessons/:id takes any part of it. */
export interface LessonInput {
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly teacherId: string;
  readonly studentIds: readonly string[];
  readonly observerIds: readonly string[];
  /** Whether the lesson may be recorded if its people agree. Default: true. */
  readonly askToRecord?: boolean;
  /** 1 to 365. Default 30. */
  readonly keepRecordingDays?: number;
}

/** POST /api/lessons/:id/consent */
export interface ConsentInput {
  readonly given: boolean;
}

/** POST /api/lessons/:id/feedback */
export interface FeedbackInput {
  /** 1 to 5. */
  readonly rating: number;
  readonly text: string;
}

/** POST /api/lessons/:id/hand */
export interface HandInput {
  readonly raised: boolean;
}

/** GET /api/board: server-sent events named `board`. The office sees all lessons, everyone else their own. */
export interface Board {
  readonly lessons: readonly BoardLesson[];
}

export interface BoardLesson {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly people: readonly BoardPerson[];
}

export interface BoardPerson {
  /** Null if nobody of the school: whoever it is has no signed identity. */
  readonly id: string | null;
  readonly name: string;
  readonly role: SchoolRole | 'unknown';
  readonly present: boolean;
  readonly since?: string;
  readonly knocking: boolean;
  /** Not there five minutes after the start. */
  readonly missing: boolean;
  /** Raised on the lesson's page, and lowered when they leave: no command of the room raises a hand. */
  readonly handRaised: boolean;
}

/** GET /api/lessons/:id/timeline */
export interface Timeline {
  readonly stays: readonly Stay[];
  readonly events: readonly TimelineEvent[];
  /** Whether the service's insights have confirmed the stays. */
  readonly isReconciled: boolean;
}

export interface Stay {
  readonly personId: string | null;
  readonly name: string;
  readonly role: SchoolRole | 'unknown';
  readonly from: string | null;
  /** Null while they are there. */
  readonly to: string | null;
  readonly minutes: number;
}

export interface TimelineEvent {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly personId: string | null;
  readonly name: string | null;
}

/** GET /api/reports/hours?month=2026-11 (a list); /api/reports/month.csv?month=2026-11 is text. */
export interface TeacherHours {
  readonly teacherId: string;
  readonly name: string;
  readonly hours: number;
}

export type RecordingState = 'waiting' | 'downloading' | 'stored' | 'deleted';

/** GET /api/recordings (a list). GET /api/recordings/:id/file is the file. */
export interface SchoolRecording {
  readonly id: string;
  readonly lessonId: string;
  readonly state: RecordingState;
  /** Bytes that are here. */
  readonly size: number;
  readonly storedAt: string | null;
  readonly deleteAt: string | null;
  readonly transcript?: string;
  readonly summary?: string;
}

/** GET /api/recordings/log (a list) */
export interface RecordingLogEntry {
  readonly at: string;
  readonly recordingId: string;
  readonly lessonId: string;
  readonly what: string;
}

/**
 * Why GET /enter refused a link, in `/?problem=…`: nobody has made it, another browser has used it, or this browser is signed in
 * as somebody else.
 */
export type LinkProblem = 'unknown' | 'used' | 'signed-in';

/** GET /api/privacy (a list): what leaves the school's servers. */
export interface DataFlow {
  readonly what: string;
  readonly to: string;
  readonly why: string;
  readonly kept: string;
}

/** Why GET /api/meetings/:id refuses whoever belongs to the lesson: `reason` of the package's error. */
export type RoomRefusalReason = 'LESSON_TOO_EARLY' | 'LESSON_OVER' | 'LESSON_CANCELLED' | 'ROOM_NOT_READY';

/** Every error of these routes. Those of /api/meetings are the package's own. */
export interface ApiError {
  readonly error: { readonly code: ApiErrorCode; readonly message: string };
}

export type ApiErrorCode =
  | 'SIGN_IN_REQUIRED'
  | 'LINK_INVALID'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'INPUT_INVALID'
  | 'SERVER_FAILED'
  | RoomRefusalReason;
