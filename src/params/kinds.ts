/**
 * The kinds of parameter there are. A kind knows how to read its text from a URL, what is wrong with
 * a value, and how to write a good value. Text is decoded when read and encoded by the caller when written.
 */
export interface Rules {
  /** Parameters (flags) without which this one has no effect. */
  readonly requires?: readonly string[];
  /** Values of other parameters that leave this one without effect. */
  readonly conflicts?: Readonly<Record<string, boolean>>;
  /** Has an effect for hosts only. */
  readonly hostOnly?: boolean;
  /** Hidden by `minimal` unless it is on. */
  readonly minimalHides?: boolean;
  /** Names it is written under, where that is not its own name alone. */
  readonly wire?: readonly string[];
  /** Older names it is read under and which it replaces. */
  readonly aliases?: readonly string[];
}

export interface Kind<Value, Normal = Value> extends Rules {
  readonly kind: 'toggle' | 'flag' | 'choice' | 'text' | 'url' | 'list';
  /** What a decoded text stands for; a text that is no value of this kind comes back as it is. */
  read(text: string): Normal | string;
  /** What is wrong with a value, as the end of a sentence that starts with the parameter's name. */
  problem(value: unknown): string | undefined;
  /** The text of a good value; several for a list. Empty means the parameter is taken away (a flag: set or taken away). */
  write(value: Value): string | readonly string[];
  readonly values?: readonly string[];
  readonly maxLength?: number;
  readonly maxItems?: number;
}

export type Toggle = boolean | 'on' | 'off';

/** The value an app passes for a parameter. */
export type ValueOf<K> = K extends Kind<infer V, infer _> ? V : never;
/** The value `parseRoomUrl` answers for a parameter. */
export type NormalOf<K> = K extends Kind<infer _, infer N> ? N : never;

export const toggle = (rules?: Rules): Kind<Toggle, boolean> => ({
  kind: 'toggle',
  read: (text) => (text === 'on' ? true : text === 'off' ? false : text),
  problem: (value) =>
    typeof value === 'boolean' || value === 'on' || value === 'off' ? undefined : 'must be true, false, "on" or "off"',
  write: (value) => (value === true || value === 'on' ? 'on' : 'off'),
  ...rules,
});

export const flag = (rules?: Rules): Kind<boolean> => ({
  kind: 'flag',
  read: (text) => (/^(|on|true|1)$/.test(text) ? true : /^(off|false|0)$/.test(text) ? false : text),
  problem: (value) => (typeof value === 'boolean' ? undefined : 'must be true or false'),
  write: () => '',
  ...rules,
});

export const choice = <const V extends string>(values: readonly V[]): Kind<V> => ({
  kind: 'choice',
  read: (text) => text,
  problem: (value) => (values.includes(value as V) ? undefined : `must be one of ${values.join(', ')}`),
  write: (value) => value,
  values,
});

export interface TextRules {
  readonly maxLength?: number;
  /** Matches a text that may not be used. */
  readonly forbidden?: RegExp;
  /** What the text may hold, in words. */
  readonly hint?: string;
}

export const text = ({ forbidden, hint, ...rest }: TextRules = {}): Kind<string> => ({
  kind: 'text',
  read: (value) => value,
  problem: (value) =>
    typeof value !== 'string'
      ? 'must be a string'
      : rest.maxLength && value.length > rest.maxLength
        ? `is ${value.length} characters long, at most ${rest.maxLength} are allowed`
        : forbidden?.test(value)
          ? hint
          : undefined,
  write: (value) => value,
  ...rest,
});

export interface UrlRules extends Rules {
  /** Only https, and no query string. */
  readonly strict?: boolean;
}

export const url = ({ strict, ...rules }: UrlRules = {}): Kind<string> => ({
  kind: 'url',
  read: (value) => value,
  problem(value) {
    if (value === '') return undefined;
    try {
      const { protocol } = new URL(value as string);
      if (typeof value === 'string' && (protocol === 'https:' || (!strict && protocol === 'http:')))
        return strict && value.includes('?') ? 'must not have a query string' : undefined;
    } catch {
      // Not a URL at all: the sentence below says so.
    }
    return `must be a whole ${strict ? 'https' : 'http(s)'} address`;
  },
  write: (value) => value,
  ...rules,
});

export const list = (maxItems: number): Kind<readonly string[]> => ({
  kind: 'list',
  read: (value) => (value ? value.split(',') : []),
  problem: (value) =>
    !Array.isArray(value)
      ? 'must be an array of names'
      : value.length > maxItems
        ? `has ${value.length} names, at most ${maxItems} are allowed`
        : value.every((name) => typeof name === 'string' && /^[^\s,]+$/.test(name))
          ? undefined
          : 'must hold names without commas or blanks, none of them empty',
  write: (value) => value,
  maxItems,
});
