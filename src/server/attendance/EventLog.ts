import { compareTexts } from '../compareTexts.js';
import type { Participant } from './mergeParticipant.js';

/** How many were in the room after an event. */
export interface Counts {
  readonly numClients: number | undefined;
  readonly byRole: ReadonlyMap<string, number>;
  /** Without machines. */
  readonly people: number;
}

/** What an event says about presence. */
export interface Change {
  readonly type: 'joined' | 'left' | 'session-ended' | 'session-started';
  /** Milliseconds, like all times until they are described. */
  readonly at: number;
  /** Empty for a session, like `role`. */
  readonly participantId: string;
  readonly role: string;
  readonly sessionId: string | null;
  readonly counts: Counts | undefined;
}

/** Two changes with the same time and identity are two reports of the same change. */
const identityOf = ({ type, participantId, sessionId }: Change) => `${type} ${participantId || (sessionId ?? '')}`;

const compareChanges = (one: Change, other: Change): number =>
  one.at - other.at || compareTexts(identityOf(one), identityOf(other));

const detailsOf = ({ role, sessionId, counts }: Change) =>
  [role, sessionId, counts?.numClients, ...(counts?.byRole ?? [])].join(' ');

/** Of two reports of the same change, the one that says more comes first. */
function compareDetails(one: Change, other: Change): number {
  const [details, otherDetails] = [detailsOf(one), detailsOf(other)];
  return otherDetails.length - details.length || compareTexts(details, otherDetails);
}

/** What attendance keeps of a meeting's events. */
export class EventLog {
  /** As they arrived, with duplicates. */
  changes: Change[] = [];
  /** By `participantId`. */
  participants = new Map<string, Participant>();
  /** The time of the first event by `meetingId`, and by `roomName`. */
  readonly meetings = new Map<string, number>();
  readonly rooms = new Map<string, number>();
  lastAt = -Infinity;
  /** Up to here, changes were added up and removed. */
  settledUntil = -Infinity;
  /** How many events were not added. */
  unused = 0;
  /** Why some of them should have been, and how many. */
  readonly unreadable = new Map<string, number>();
  /** How many of them came when the log was full. */
  overLimit = 0;
  /** How many events had no `participantId`, and were told apart by `externalId` or name. */
  assumed = 0;

  /** The changes by time, each once. The true order within one millisecond is unknown, so it is a fixed one. */
  sortedChanges(): Change[] {
    return this.changes
      .toSorted((one, other) => compareChanges(one, other) || compareDetails(one, other))
      .filter((change, index, sorted) => index === 0 || compareChanges(sorted[index - 1]!, change) !== 0);
  }

  /** Forgets all changes but these, which are later or still needed, and participants who are not in them. */
  settle(until: number, changes: Change[]): void {
    const kept = new Set(changes.map(({ participantId }) => participantId));
    this.settledUntil = until;
    this.changes = changes;
    this.participants = new Map([...this.participants].filter(([participantId]) => kept.has(participantId)));
  }
}
