const spellings = new Map<string, readonly string[]>();

/** How databases and their drivers spell a field: `createdAt`, `created_at`, `CREATED_AT` and `createdat`. */
function spell(name: string): readonly string[] {
  const snakeCase = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const spelled = new Set([snakeCase, snakeCase.toUpperCase(), name.toLowerCase(), name.toUpperCase()]);
  spelled.delete(name);
  spellings.set(name, [...spelled]);
  return [...spelled];
}

/** A field of an event or of a database row, in whichever spelling it has there. */
export function readField(record: Readonly<Record<string, unknown>>, name: string): unknown {
  // Own or inherited: the columns of some drivers' rows are getters of a class.
  if (record[name] !== undefined) return record[name];
  for (const spelling of spellings.get(name) ?? spell(name))
    if (record[spelling] !== undefined) return record[spelling];
  return undefined;
}
