import type { Attendance } from '../attendance/createAttendance.js';
import type { AttendanceStay } from '../attendance/types.js';

/** Who a participant is, when they first joined, and by which signed text. */
export interface Identified {
  readonly id: string;
  readonly at: number;
  readonly metadata: string;
}

/** A stay as far as it is certain, in milliseconds. */
interface CertainStay {
  readonly participantId: string;
  readonly from: number;
  readonly to: number;
}

/** After a lost connection a person may be back before the room notices that they are gone. */
const reconnectTime = 120_000;

/** Until when a participant was certainly there: only their own `left` event proves it. */
function certainlyUntil({ to, closedBy }: AttendanceStay, last: number): number {
  if (closedBy === 'open') return last;
  return closedBy === 'left' ? Date.parse(to ?? '') : NaN;
}

const isTogether = (one: CertainStay, other: CertainStay): boolean =>
  one.participantId !== other.participantId &&
  Math.min(one.to, other.to) - Math.max(one.from, other.from) > reconnectTime;

/** The stays of identified participants that are long enough to be together with another one, by person. */
function listStays(identities: ReadonlyMap<string, Identified>, attendance: Attendance, last: number) {
  const staysOf = new Map<string, CertainStay[]>();
  for (const { stays } of attendance.summary().people)
    for (const stay of stays) {
      const { participantId } = stay;
      const identified = identities.get(participantId);
      const certain = { participantId, from: Date.parse(stay.from ?? ''), to: certainlyUntil(stay, last) };
      if (!identified || !(certain.to - certain.from > reconnectTime)) continue;
      const own = staysOf.get(identified.id) ?? [];
      staysOf.set(identified.id, own);
      own.push(certain);
    }
  return staysOf;
}

/**
 * Removes the identity of participants who may have copied a signed text. Everyone in a room can read it, but only after
 * its owner has used it, so its first connection is the owner's. It guarantees:
 *
 * 1. The first connection of a text keeps its identity.
 * 2. A connection that uses a text again loses it if the person is in the room at the same time by a text's first connection.
 * 3. Of the others that use a text again, those that are in the room at the same time all lose it, because any of them may be
 *    the copy.
 *
 * At the same time means for more than two minutes. Whoever uses a text while its owner is away cannot be told apart.
 */
export function refuseSharedMetadata(identities: Map<string, Identified>, attendance: Attendance, last: number): void {
  const used = new Set<string>();
  const firsts = new Set<string>();
  const sorted = [...identities].sort(([one, { at }], [other, { at: at2 }]) => at - at2 || (one < other ? -1 : 1));
  for (const [participantId, { metadata }] of sorted) {
    if (!used.has(metadata)) firsts.add(participantId);
    used.add(metadata);
  }
  for (const stays of listStays(identities, attendance, last).values()) {
    const isFirst = ({ participantId }: CertainStay) => firsts.has(participantId);
    const again = stays.filter((stay) => !isFirst(stay));
    const isCopy = (stay: CertainStay) => stays.some((other) => isFirst(other) && isTogether(stay, other));
    const copies = new Set(again.filter(isCopy).map(({ participantId }) => participantId));
    const doubtful = again.filter(({ participantId }) => !copies.has(participantId));
    for (const stay of doubtful)
      if (doubtful.some((other) => isTogether(stay, other))) identities.delete(stay.participantId);
    for (const participantId of copies) identities.delete(participantId);
  }
}
