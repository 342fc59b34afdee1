/** What events and insights say about a participant, beside their stays. */
export interface Participant {
  readonly name: string;
  readonly namedAt: number;
  readonly externalId: string | null;
  readonly externalIdAt: number;
  readonly dialIn: boolean;
}

/** The latest name and the earliest `externalId`, whichever of the two is seen first. */
export function mergeParticipant(known: Participant | undefined, seen: Participant): Participant {
  if (!known) return seen;
  const isLatestName = seen.namedAt > known.namedAt || (seen.namedAt === known.namedAt && seen.name > known.name);
  const isFirstId =
    seen.externalId !== null &&
    (known.externalId === null ||
      seen.externalIdAt < known.externalIdAt ||
      (seen.externalIdAt === known.externalIdAt && seen.externalId < known.externalId));
  const { name, namedAt } = isLatestName ? seen : known;
  const { externalId, externalIdAt } = isFirstId ? seen : known;
  return { name, namedAt, externalId, externalIdAt, dialIn: known.dialIn || seen.dialIn };
}
