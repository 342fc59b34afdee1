const simplify = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();

interface Named {
  readonly displayName: string;
}

/** Those whose name has the text in it, whatever its case and accents. Everyone if there is no text. */
export const findByName = <Person extends Named>(people: readonly Person[], text: string): readonly Person[] => {
  const wanted = simplify(text.trim());
  return people.filter(({ displayName }) => simplify(displayName).includes(wanted));
};
