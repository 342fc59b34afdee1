/** A choice with a sentence about it. */
export interface Described {
  readonly label: string;
  readonly title: string;
}

/** The entries of a list of names as the options of a menu. */
export const optionsOf = <Name extends string>(names: Readonly<Record<Name, string | Described>>) =>
  (Object.keys(names) as Name[]).map((value) => {
    const entry = names[value];
    return typeof entry === 'string' ? { value, label: entry } : { value, label: entry.label, title: entry.title };
  });
