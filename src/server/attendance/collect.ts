import { ended, joined, left, Marks } from './marks.js';
import type { AttendanceEvent } from './types.js';

/** What is known of a participant beside their stays. */
export interface Participant {
  /** The name last given, with when. */
  name: string;
  namedAt: number;
  /** The `externalId` first given, with when. */
  externalId: string | null;
  externalAt: number;
  dialIn: boolean;
}

export interface RawSession {
  readonly id: string | null;
  /** Milliseconds; NaN where unknown. */
  start: number;
  end: number;
}

/** What one piece of the events says, in any order and any number of times. */
export class Collected {
  readonly marks = new Marks();
  /** By the number of `marks`. */
  readonly participants = new Map<number, Participant>();
  readonly sessions = new Map<string, RawSession>();
  /** Starts and ends of sessions that carry no id. */
  readonly nameless = { starts: new Set<number>(), ends: new Set<number>() };
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/** Notes what was said of a participant: the earliest `externalId`, the latest name, the same whatever comes first. */
export function describe(
  participant: Participant | undefined,
  at: number,
  name: string,
  externalId: string | null,
  dialIn: boolean,
): Participant {
  const known = participant ?? { name, namedAt: at, externalId, externalAt: at, dialIn };
  if (at > known.namedAt || (at === known.namedAt && name > known.name)) {
    known.name = name;
    known.namedAt = at;
  }
  const earlier =
    known.externalId === null ||
    at < known.externalAt ||
    (at === known.externalAt && externalId !== null && externalId < known.externalId);
  if (externalId !== null && earlier) {
    known.externalId = externalId;
    known.externalAt = at;
  }
  known.dialIn ||= dialIn;
  return known;
}

/** Takes what an event says into account. False where it is of no use. */
export function collect(into: Collected, event: AttendanceEvent, at: number): boolean {
  const data = event.data as Readonly<Record<string, unknown>>;
  const { marks } = into;
  const session = textOf(data.roomSessionId);
  const isJoined = event.type === 'room.client.joined';
  if (isJoined || event.type === 'room.client.left') {
    const participantId = textOf(data.participantId);
    if (participantId === null) return false;
    const who = marks.number(participantId);
    marks.add(
      at,
      isJoined ? joined : left,
      who,
      marks.number(textOf(data.roleName) ?? 'visitor'),
      marks.number(session),
      marks.count(data.numClients, data.numClientsByRoleName),
    );
    const before = into.participants.get(who);
    const now = describe(before, at, textOf(data.displayName) ?? '', textOf(data.externalId), data.isDialIn === true);
    if (!before) into.participants.set(who, now);
    return true;
  }
  const isEnded = event.type === 'room.session.ended';
  if (!isEnded && event.type !== 'room.session.started') return false;
  if (isEnded) marks.add(at, ended, -1, -1, marks.number(session), -1);
  if (session === null) into.nameless[isEnded ? 'ends' : 'starts'].add(at);
  else {
    const known = into.sessions.get(session) ?? { id: session, start: NaN, end: NaN };
    // Sent once each; should there be two, the longer session is taken.
    if (isEnded) known.end = Number.isNaN(known.end) ? at : Math.max(known.end, at);
    else known.start = Number.isNaN(known.start) ? at : Math.min(known.start, at);
    into.sessions.set(session, known);
  }
  return true;
}
