/** Numbers in a row, one for each of many things. */
export type Column = Float64Array | Uint8Array | Int32Array;

/** Twice as wide, holding the same. */
export function wider<One extends Column>(column: One): One {
  const next = new (column.constructor as new (length: number) => One)(column.length * 2);
  next.set(column);
  return next;
}
