import type { Attendance } from '../attendance/createAttendance.js';
import type { AttendanceStay } from '../attendance/types.js';

/** Who a participant is, when they first joined, and by which signed text. */
export interface Identified {
  readonly id: string;
  readonly at: number;
  readonly metadata: string;
}

/** After a lost connection a person may be back before the room notices that they are gone. */
const reconnectTime = 120_000;

/** Until when a participant was certainly there: only their own `left` event proves it. */
function certainlyUntil({ from, to, closedBy }: AttendanceStay): number {
  if (closedBy === 'open') return Infinity;
  return closedBy === 'left' && from !== null && to !== null ? Date.parse(to) : NaN;
}

/** How long two stays certainly overlapped; NaN if one of them is not known well enough. */
function overlap(one: AttendanceStay, other: AttendanceStay, last: number): number {
  const from = Math.max(Date.parse(one.from ?? ''), Date.parse(other.from ?? ''));
  return Math.min(certainlyUntil(one), certainlyUntil(other), last) - from;
}

/**
 * Removes the identity of participants who joined with the signed text of someone who was in the room with them: a URL is
 * for one connection at a time, so the later one is a copy.
 */
export function refuseSharedMetadata(identities: Map<string, Identified>, attendance: Attendance, last: number): void {
  const stays = new Map<string, AttendanceStay[]>();
  for (const person of attendance.summary().people)
    for (const stay of person.stays) stays.set(stay.participantId, [...(stays.get(stay.participantId) ?? []), stay]);

  const sorted = [...identities].sort(
    ([one, { at }], [other, { at: otherAt }]) => at - otherAt || (one < other ? -1 : 1),
  );
  const staysWith = new Map<string, AttendanceStay[]>();
  for (const [participantId, { metadata }] of sorted) {
    const own = stays.get(participantId) ?? [];
    const others = staysWith.get(metadata) ?? [];
    if (others.some((one) => own.some((other) => overlap(one, other, last) > reconnectTime)))
      identities.delete(participantId);
    else staysWith.set(metadata, [...others, ...own]);
  }
}
