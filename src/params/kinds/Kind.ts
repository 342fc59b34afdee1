/**
 * One kind of room parameter. Its value has three forms: what an app passes (`Value`), the text of a query, and what
 * `parseRoomUrl` returns (`Normal`). A kind translates between them and checks the first.
 */
export interface Kind<Value = unknown, Normal = Value> {
  readonly kind: string;
  /** Reads the text of a query. Text that stands for no value is returned as it is, and `check` rejects it. */
  parse(text: string): unknown;
  /**
   * Reads a value that is not as the kind takes it, as text: `42`, `'true'`. Defaults to `parse`; what cannot be read
   * is returned as it is too.
   */
  convert?(text: string): unknown;
  /** The text of a valid value for a query. `true` is a bare key; `false` and `''` remove the parameter. */
  serialize(value: Value): string | boolean;
  /** `true` for a valid value, otherwise what the parameter takes, to follow its name in a sentence. */
  check(value: unknown): true | string;
  /** All valid values, if there is a list of them. */
  readonly values?: readonly string[];
  /** A second name, under which it is read too. Whatever sets or removes the parameter removes this name. */
  readonly alias?: string;
  /** Whether it is also written under its second name. */
  readonly writesAlias?: boolean;
  /** The Permissions-Policy feature that the frame is not granted while this parameter is off. */
  readonly permission?: string;
  /** These two exist only as types, for `ValueOf` and `NormalOf`. */
  readonly value?: Value;
  readonly normal?: Normal;
}

/** The value an app passes for a parameter. */
export type ValueOf<K> = K extends Kind<infer V, infer _> ? V : never;
/** The value `parseRoomUrl` returns for a parameter. */
export type NormalOf<K> = K extends Kind<infer _, infer N> ? N : never;
