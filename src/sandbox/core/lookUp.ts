/** The record of an id that came from outside: only own properties count, so that `__proto__` finds nothing. */
export const lookUp = <Value>(records: Readonly<Record<string, Value>>, id: string): Value | undefined =>
  Object.hasOwn(records, id) ? records[id] : undefined;
