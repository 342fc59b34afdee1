import type { PersonRole } from '../roles.js';

/**
 * What ended a stay: the participant's own `left` event; the insights of the REST API; a later event whose counts leave no
 * place for them; the end of their session; an hour after the meeting's `endDate`; the option `to`, so they stayed longer;
 * nothing, so they are still there.
 */
export type StayEnd = 'left' | 'insights' | 'room-emptied' | 'session-ended' | 'deadline' | 'period-ended' | 'open';

/** One connection of an attendee, from joining to leaving. */
export interface AttendanceStay {
  /** In events without one, `externalId:` or `displayName:` and what tells the person apart: see `participant-assumed`. */
  readonly participantId: string;
  readonly role: PersonRole | (string & Record<never, never>);
  /** ISO time; null if the `joined` event was lost and insights do not have it. Such a stay counts no time. */
  readonly from: string | null;
  /** ISO time; null while it is open. */
  readonly to: string | null;
  readonly closedBy: StayEnd;
}

export interface Attendee {
  /** The verified identity, else the `externalId`, else the `participantId`. */
  readonly id: string;
  /** What `id` is. Trust only `metadata`: the others come from a URL that the attendee can edit. */
  readonly identifiedBy: 'metadata' | 'externalId' | 'participantId';
  /** The latest name. */
  readonly displayName: string;
  readonly externalId: string | null;
  readonly participantIds: readonly string[];
  /** In the order they had them. */
  readonly roles: readonly string[];
  /** Whether they joined by telephone at least once. */
  readonly dialIn: boolean;
  readonly stays: readonly AttendanceStay[];
  /** How many stays are in the sums but no longer in `stays`: 0 unless `settleAfter` is set. */
  readonly earlierStays: number;
  /** Time present, in seconds; two devices at once count once. */
  readonly seconds: number;
  /** As Whereby bills: every stay rounded up to whole minutes, then added. */
  readonly minutes: number;
  /** ISO time. */
  readonly firstIn: string | null;
  /** ISO time; null while they are there. */
  readonly lastOut: string | null;
  /** Seconds from the start of the meeting to `firstIn`, at least 0; null if either is unknown. */
  readonly lateBySeconds: number | null;
  /** The most connections they had at once. More than one is a second device, or a shared URL. */
  readonly mostAtOnce: number;
}

export interface AttendanceSession {
  readonly roomSessionId: string | null;
  /** ISO time; null if `room.session.started` was lost. */
  readonly startedAt: string | null;
  /** ISO time; null while it runs or if `room.session.ended` was lost. */
  readonly endedAt: string | null;
  /** Null unless both times are known. */
  readonly seconds: number | null;
}

/**
 * A contradiction between events, and the lost event that would explain it. `left-lost` and `joined-lost` are about one
 * participant if `participantId` is set, else about `count` of them, as the counts of another event show. With
 * `identity-claimed` nothing was lost: someone joined with a verified person's `externalId`, but without proof.
 * `event-unreadable` are `count` events that are not counted because something in them cannot be read, and
 * `option-unreadable` is a time among the options that counts as omitted because it cannot be read.
 * `participant-assumed` are `count` events without a `participantId`, as in Whereby's first examples: they are counted for
 * the person with their `externalId`, else with their name, and two people of one name are then one. With
 * `limit-reached`, `count` events came after `maxEvents`. `nothing-counted` says why there is nobody in the summary
 * although there were events.
 */
export interface Discrepancy {
  readonly code:
    | 'left-lost'
    | 'joined-lost'
    | 'session-started-lost'
    | 'session-ended-lost'
    | 'several-meetings'
    | 'identity-claimed'
    | 'event-unreadable'
    | 'option-unreadable'
    | 'participant-assumed'
    | 'limit-reached'
    | 'nothing-counted';
  /** ISO time of the event that shows it; null if that cannot be read, or if no single event does. */
  readonly at: string | null;
  readonly count: number;
  readonly participantId: string | null;
  /** The contradiction as a sentence. */
  readonly message: string;
}

export interface AttendanceSummary {
  /** Everyone who was in the room, by the time they joined; without recorders, streamers, captioners and assistants. */
  readonly people: readonly Attendee[];
  /** How many people joined in each role; a person counts in their first. */
  readonly byRole: Readonly<Record<string, number>>;
  /** By Whereby's own events: from two people until some time after fewer than two. */
  readonly sessions: readonly AttendanceSession[];
  /** How many sessions are in the sums but no longer in `sessions`: 0 unless `settleAfter` is set. */
  readonly earlierSessions: number;
  /** Length of the sessions whose start and end are known, in seconds. */
  readonly sessionSeconds: number;
  /** Time with at least two people in the room, in seconds. */
  readonly togetherSeconds: number;
  /** The most people at once, and when that was first. */
  readonly peak: { readonly people: number; readonly at: string } | null;
  /** The `minutes` of all people. */
  readonly participantMinutes: number;
  /** Time with a recorder in the room, in seconds. */
  readonly recordingSeconds: number;
  /** ISO time of the first arrival. */
  readonly firstIn: string | null;
  /** ISO time of the last departure; null while someone is there. */
  readonly lastOut: string | null;
  readonly discrepancies: readonly Discrepancy[];
  /** How many discrepancies are no longer in `discrepancies`: 0 unless `settleAfter` is set. */
  readonly earlierDiscrepancies: number;
  /** How many events were not used: not about presence in a room, damaged, or too late for a stream. */
  readonly unused: number;
}

/** The fields used from a row of `insights.participants` of the REST API. */
export interface InsightRow {
  readonly participantId: string;
  readonly roleName: string;
  readonly displayName: string;
  readonly joinedAt: TimeInput;
  readonly leftAt: TimeInput | null;
  readonly externalId?: string | null | undefined;
}

/** A point in time. Text without a zone is UTC. */
export type TimeInput = Date | string | number | bigint;

export interface AttendanceOptions {
  /** Counts only what was from this time on, for a room that is used again and again. Stays are cut there. */
  readonly from?: TimeInput | undefined;
  /** Counts only what was before this time. */
  readonly to?: TimeInput | undefined;
  /** The time up to which open stays count; defaults to the time of the last event. */
  readonly now?: TimeInput | undefined;
  /** When the meeting was due to start: lateness is measured from here. Defaults to the start of its first session. */
  readonly startDate?: TimeInput | undefined;
  /** The meeting's `endDate`. No events are sent later than an hour after it, so whoever is left counts as gone then. */
  readonly endDate?: TimeInput | undefined;
  /** What the REST API knows about the same people, ten to fifteen minutes late: fills in what lost events left unknown. */
  readonly insights?: Iterable<InsightRow> | undefined;
  /** Verified identities by `participantId`: what `identifyAttendees` returns. */
  readonly identities?: ReadonlyMap<string, string> | undefined;
}

/** The fields read from an event as Whereby sends it. */
export interface AttendanceEvent {
  readonly id: string;
  readonly type: string;
  readonly createdAt: string;
  readonly data: object;
}

/**
 * An event as a database gives it back: its JSON, parsed or as text or bytes; or a row with `type`, `createdAt` and `data` in
 * any spelling, in which `data` is JSON or spread over columns; or a row with the whole event in one column. Times may be a
 * `Date`, text (without a zone it is UTC), or a number since 1970.
 */
export type AttendanceRow = object | string;
