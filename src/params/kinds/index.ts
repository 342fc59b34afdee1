/**
 * The kinds of parameter there are: what a value may be, and what is wrong with another one.
 * Every app that embeds a room carries this file: keep it small.
 */
export interface Kind<Value, Normal = Value> {
  readonly kind: 'toggle' | 'flag' | 'choice' | 'text' | 'url' | 'list';
  /** `true`, or what the parameter takes, as the end of a sentence that starts with its name. */
  check(value: unknown): true | string;
  readonly values?: readonly string[];
  /** A second name it is read under. It is written under both; a flag's second name is only replaced. */
  readonly alias?: string;
  /** The Permissions-Policy feature that the frame is not granted while this parameter is off. */
  readonly permission?: string;
  /** Only for the types: what an app passes, and what a parser answers. */
  readonly value?: Value;
  readonly normal?: Normal;
}

export type Toggle = boolean | 'on' | 'off';

/** The value an app passes for a parameter. */
export type ValueOf<K> = K extends Kind<infer V, infer _> ? V : never;
/** The value `parseRoomUrl` answers for a parameter. */
export type NormalOf<K> = K extends Kind<infer _, infer N> ? N : never;

/** Shown or not, on or not: `?chat=on`, `?chat=off`. Not saying it is a third thing. */
export const toggle: Kind<Toggle, boolean> = {
  kind: 'toggle',
  check: (value) => typeof value === 'boolean' || value === 'on' || value === 'off' || 'takes on or off',
};

/** A bare key when it is set, absent otherwise: `?minimal`. */
export const flag: Kind<boolean> = {
  kind: 'flag',
  check: (value) => typeof value === 'boolean' || 'takes true or false',
};

export const choice = <const V extends string>(...values: readonly V[]): Kind<V> => ({
  kind: 'choice',
  check: (value) => values.includes(value as V) || `takes ${values}`,
  values,
});

const matching =
  (kind: Kind<string>['kind']) =>
  (pattern = /^/, hint = 'takes a string'): Kind<string> => ({
    kind,
    check: (value) => (typeof value === 'string' && pattern.test(value)) || hint,
  });

export const text = /* @__PURE__ */ matching('text');

export const url = /* @__PURE__ */ matching('url');

/** Names joined by commas, so that none may hold one. */
export const list = (max: number): Kind<readonly string[]> => ({
  kind: 'list',
  check: (value) =>
    (Array.isArray(value) &&
      value.length <= max &&
      [...value].every((name) => typeof name === 'string' && /^[^\s,]+$/.test(name))) ||
    `takes ${max} names without comma or blank`,
});
