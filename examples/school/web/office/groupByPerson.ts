import type { Stay } from '../../shared/api.js';

interface PersonStays {
  readonly key: string;
  readonly name: string;
  readonly stays: readonly Stay[];
}

/** Stays by person. Somebody without a signed identity is known by the name that they typed, and kept apart. */
export function groupByPerson(stays: readonly Stay[]): readonly PersonStays[] {
  const people = new Map<string, PersonStays>();
  for (const stay of stays) {
    const key = stay.personId ?? `unknown ${stay.name}`;
    people.set(key, { key, name: stay.name, stays: [...(people.get(key)?.stays ?? []), stay] });
  }
  return [...people.values()];
}
