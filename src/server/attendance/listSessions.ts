import type { Change } from './EventLog.js';

/** Null is an unknown time. */
export interface Session {
  readonly id: string | null;
  start: number | null;
  end: number | null;
  readonly changes: Change[];
}

/**
 * The sessions in sorted changes, by time. If a session has several starts or ends, the longest time counts. Older events
 * have no session ids: there, a start belongs to the first end before the next start.
 */
export function listSessions(changes: readonly Change[]): Session[] {
  const sessions: Session[] = [];
  const latest = new Map<string | null, Session>();
  for (const change of changes) {
    const { type, sessionId: id, at } = change;
    if (type !== 'session-started' && type !== 'session-ended') continue;
    const isStart = type === 'session-started';
    let session = latest.get(id);
    const isNext = id === null && (isStart || session?.end !== null);
    if (!session || isNext) {
      session = { id, start: null, end: null, changes: [] };
      sessions.push(session);
      latest.set(id, session);
    }
    session.changes.push(change);
    if (isStart) session.start ??= at;
    else session.end = at;
  }
  return sessions.sort((one, other) => (one.start ?? one.end!) - (other.start ?? other.end!));
}
