import type { PersonRole } from '../roles.js';

/**
 * What ended a stay, best evidence first: their own `left` event; the insights of the REST API; the end of the session; an
 * event whose counts leave no place for them; an hour after the meeting's `endDate`. `open`: nothing did, they are there.
 */
export type StayEnd = 'left' | 'insights' | 'session-ended' | 'room-emptied' | 'deadline' | 'open';

/** One connection of a person, from joining to leaving. */
export interface Stay {
  readonly participantId: string;
  readonly role: PersonRole | (string & Record<never, never>);
  /** ISO time; null where the `joined` event was lost and nothing else tells. Such a stay counts no time. */
  readonly from: string | null;
  /** ISO time; null while it is open. */
  readonly to: string | null;
  readonly closedBy: StayEnd;
}

export interface Attendee {
  /** The verified identity, else the `externalId`, else the `participantId`. */
  readonly id: string;
  /** What `id` is. Only `metadata` can be trusted: the rest stands in an address the person can change. */
  readonly identifiedBy: 'metadata' | 'externalId' | 'participantId';
  /** The name last given. */
  readonly displayName: string;
  readonly externalId: string | null;
  readonly participantIds: readonly string[];
  /** In the order they had them. */
  readonly roles: readonly string[];
  /** Whether they came by telephone at least once. */
  readonly dialIn: boolean;
  readonly stays: readonly Stay[];
  /** Stays of a stream that were added up and let go; 0 unless `createAttendance` was told to. */
  readonly earlierStays: number;
  /** Time present, in seconds; two devices at once count once. */
  readonly seconds: number;
  /** As Whereby counts: every stay rounded up to whole minutes, then added. */
  readonly minutes: number;
  /** ISO time. */
  readonly firstIn: string | null;
  /** ISO time; null while they are there. */
  readonly lastOut: string | null;
  /** Seconds from the start of the meeting to `firstIn`; null where either is not known. */
  readonly lateBySeconds: number | null;
  /** How many connections they had at once, at most. More than one is a second device, or a shared address. */
  readonly mostAtOnce: number;
}

export interface AttendanceSession {
  readonly roomSessionId: string | null;
  /** ISO time; null where `room.session.started` was lost. */
  readonly startedAt: string | null;
  /** ISO time; null while it runs or where `room.session.ended` was lost. */
  readonly endedAt: string | null;
  /** Null unless both are known. */
  readonly seconds: number | null;
}

/**
 * Where events contradict each other, and the lost event that would explain it. `left-lost`, `joined-lost`: of one
 * person where `participantId` is set, else as many as `count` says, seen from the counts of another event.
 * `identity-claimed` is no lost event: someone came with the `externalId` of a person whose identity is verified, but
 * without that proof.
 */
export interface Discrepancy {
  readonly code:
    | 'left-lost'
    | 'joined-lost'
    | 'session-started-lost'
    | 'session-ended-lost'
    | 'several-meetings'
    | 'identity-claimed';
  /** ISO time of the event it was seen at. */
  readonly at: string;
  readonly count: number;
  readonly participantId: string | null;
  /** What was seen, as a sentence. */
  readonly message: string;
}

export interface AttendanceSummary {
  /** Everyone who was in the room, by the time they came. Recorders, streamers, captioners and assistants are no people. */
  readonly people: readonly Attendee[];
  /** How many people came in each role; a person counts in the first they had. */
  readonly byRole: Readonly<Record<string, number>>;
  /** By Whereby's own events: from two people to some time after fewer than two. */
  readonly sessions: readonly AttendanceSession[];
  /** Sessions of a stream that were added up and let go. */
  readonly earlierSessions: number;
  /** Length of the sessions whose both ends are known, in seconds. */
  readonly sessionSeconds: number;
  /** Time during which at least two people were there, in seconds. */
  readonly togetherSeconds: number;
  /** The most people at once, and when first. */
  readonly peak: { readonly people: number; readonly at: string } | null;
  /** The sum over all people, as Whereby counts. */
  readonly participantMinutes: number;
  /** Time during which a recorder was in the room, in seconds. */
  readonly recordingSeconds: number;
  /** ISO times of the first arrival and the last departure; `lastOut` is null while someone is there. */
  readonly firstIn: string | null;
  readonly lastOut: string | null;
  readonly discrepancies: readonly Discrepancy[];
  /** Discrepancies of a stream's earlier part. */
  readonly earlierDiscrepancies: number;
  /** Events that could not be used: not about presence in a room, damaged, or too late for a stream. */
  readonly unused: number;
}

/** A row of `insights.participants` of the REST API; what it takes of one. */
export interface InsightRow {
  readonly participantId: string;
  readonly roleName: string;
  readonly displayName: string;
  readonly joinedAt: string;
  readonly leftAt: string | null;
  readonly externalId?: string | null | undefined;
}

export type Moment = Date | string | number;

export interface AttendanceOptions {
  /** The time up to which open stays count; the time of the last event where left out. */
  readonly now?: Moment | undefined;
  /** When the meeting was to begin: what lateness is measured from. The start of its first session where left out. */
  readonly startDate?: Moment | undefined;
  /** The meeting's `endDate`. An hour after it no more events are sent, and whoever is left is taken to have gone. */
  readonly endDate?: Moment | undefined;
  /** What the REST API knows of the same people: mends what lost events left unknown. Ten to fifteen minutes behind. */
  readonly insights?: Iterable<InsightRow> | undefined;
  /** Who is who by signed metadata, by `participantId`: what `identifyAttendees` answers. */
  readonly identities?: ReadonlyMap<string, string> | undefined;
}

/** What is read of an event. Whatever else it is, it does no harm. */
export interface AttendanceEvent {
  readonly id: string;
  readonly type: string;
  readonly createdAt: string;
  readonly data: object;
}
