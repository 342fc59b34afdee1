import type { Participant } from './collect.js';
import { describe } from './collect.js';
import type { RawStay } from './ledger.js';
import type { Marks } from './marks.js';
import type { InsightRow } from './types.js';
import { isMachineRole } from '../webhooks/roles.js';

/** How far two records of one moment lie apart, at most. */
const near = 120_000;

/** Mends stays by what the REST API knows. Answers those it added: their `joined` events were lost. */
export function mend(
  stays: RawStay[],
  rows: Iterable<InsightRow>,
  marks: Marks,
  participants: Map<number, Participant>,
): RawStay[] {
  const byWho = new Map<number, RawStay[]>();
  for (const stay of stays) byWho.set(stay.who, [...(byWho.get(stay.who) ?? []), stay]);
  const taken = new Set<RawStay>();
  const added: RawStay[] = [];
  const sorted = [...rows]
    .map((row) => ({ row, from: Date.parse(row.joinedAt), to: row.leftAt ? Date.parse(row.leftAt) : NaN }))
    .filter(({ row, from }) => !Number.isNaN(from) && !isMachineRole(row.roleName))
    .sort(
      (one, other) =>
        one.from - other.from || one.to - other.to || (one.row.participantId < other.row.participantId ? -1 : 1),
    );

  const seen = new Set<string>();
  for (const { row, from, to } of sorted) {
    const who = marks.number(row.participantId);
    // Paging can give a row twice.
    if (seen.has(`${who} ${from}`)) continue;
    seen.add(`${who} ${from}`);
    const free = (byWho.get(who) ?? []).filter((stay) => !taken.has(stay));
    const same =
      free.find((stay) => Math.abs(stay.from - from) <= near) ??
      free.find((stay) => Number.isNaN(stay.from) && stay.to >= from && !(stay.to > to + near));
    if (same) {
      taken.add(same);
      if (Number.isNaN(same.from)) same.from = Math.min(from, same.to);
      if (same.end !== 'left' && !Number.isNaN(to)) {
        same.to = Math.max(to, same.from);
        same.end = 'insights';
      }
      continue;
    }
    participants.set(who, describe(participants.get(who), from, row.displayName, row.externalId || null, false));
    // The API spells one role otherwise than the events do.
    const role = marks.number(row.roleName === 'granted_visited' ? 'granted_visitor' : row.roleName);
    added.push({ who, role, session: -1, from, to, end: Number.isNaN(to) ? 'open' : 'insights', sessionEnded: NaN });
  }
  stays.push(...added);
  return added;
}
