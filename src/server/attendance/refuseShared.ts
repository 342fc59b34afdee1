import type { Attendance } from './createAttendance.js';
import type { Stay } from './types.js';

/** Whose value: the signed text they joined with, who that is, and when they first did. */
export interface Identified {
  readonly id: string;
  readonly at: number;
  readonly metadata: string;
}

/** After a lost connection someone may be back before they are missed. */
const reconnect = 120_000;

const begin = ({ from }: Stay) => (from === null ? NaN : Date.parse(from));

/** Until when someone surely was there: what ended a stay without their own `left` is no proof against anyone. */
function surelyUntil({ from, to, closedBy }: Stay): number {
  if (closedBy === 'open') return Infinity;
  return closedBy === 'left' && from !== null && to !== null ? Date.parse(to) : NaN;
}

/** How long two stays surely overlapped; NaN where either is not known well enough. */
const together = (one: Stay, other: Stay, last: number) =>
  Math.min(surelyUntil(one), surelyUntil(other), last) - Math.max(begin(one), begin(other));

/**
 * Takes away the identity of who came with a text that someone else was in the room with: an address is for one
 * connection at a time, so the later one was copied.
 */
export function refuseShared(identities: Map<string, Identified>, attendance: Attendance, last: number): void {
  const stays = new Map<string, Stay[]>();
  for (const person of attendance.summary().people)
    for (const stay of person.stays) stays.set(stay.participantId, [...(stays.get(stay.participantId) ?? []), stay]);

  const sorted = [...identities].sort(
    ([one, { at }], [other, { at: otherAt }]) => at - otherAt || (one < other ? -1 : 1),
  );
  const holders = new Map<string, Stay[]>();
  for (const [participantId, { metadata }] of sorted) {
    const own = stays.get(participantId) ?? [];
    const held = holders.get(metadata) ?? [];
    if (held.some((one) => own.some((other) => together(one, other, last) > reconnect)))
      identities.delete(participantId);
    else holders.set(metadata, [...held, ...own]);
  }
}
