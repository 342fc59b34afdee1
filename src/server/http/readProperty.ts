/** A property of a value of unknown type; undefined if it has none. */
export const readProperty = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

/** Whether a value has a method of this name. */
export const hasMethod = <Name extends string>(
  value: unknown,
  name: Name,
): value is Readonly<Record<Name, (...args: readonly unknown[]) => unknown>> =>
  typeof readProperty(value, name) === 'function';
