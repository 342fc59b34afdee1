/** The field of a value that came from outside, `undefined` if it has none of that name. Never throws. */
export const readField = (value: unknown, name: string): unknown =>
  (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
