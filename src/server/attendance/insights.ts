import type { Participant } from './collect.js';
import { describe } from './collect.js';
import type { Marks } from './marks.js';
import type { Stays } from './stays.js';
import type { InsightRow } from './types.js';
import { isMachineRole } from '../roles.js';

/** How far two records of one moment lie apart, at most. */
const near = 120_000;

/** Mends stays by what the REST API knows. Answers the numbers of those it added: their `joined` events were lost. */
export function mend(
  stays: Stays,
  rows: Iterable<InsightRow>,
  marks: Marks,
  participants: Map<number, Participant>,
): number[] {
  const byWho = new Map<number, number[]>();
  for (let stay = 0; stay < stays.size; stay++) {
    const own = byWho.get(stays.who[stay]!);
    if (own) own.push(stay);
    else byWho.set(stays.who[stay]!, [stay]);
  }
  const taken = new Set<number>();
  const added: number[] = [];
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
      free.find((stay) => Math.abs(stays.from[stay]! - from) <= near) ??
      free.find((stay) => Number.isNaN(stays.from[stay]!) && stays.to[stay]! >= from && !(stays.to[stay]! > to + near));
    if (same !== undefined) {
      taken.add(same);
      if (Number.isNaN(stays.from[same]!)) stays.from[same] = Math.min(from, stays.to[same]!);
      if (stays.endOf(same) !== 'left' && !Number.isNaN(to))
        stays.close(same, Math.max(to, stays.from[same]!), 'insights');
      continue;
    }
    participants.set(who, describe(participants.get(who), from, row.displayName, row.externalId || null, false));
    // The API spells one role otherwise than the events do.
    const role = marks.number(row.roleName === 'granted_visited' ? 'granted_visitor' : row.roleName);
    added.push(stays.push(who, role, from, to, Number.isNaN(to) ? 'open' : 'insights'));
  }
  return added;
}
