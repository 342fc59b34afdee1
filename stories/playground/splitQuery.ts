/** Words of a wish that say nothing of what is wished: "hide the mic" is about the microphone. */
const fillers = new Set(
  'a an the to of on off in for my our their is be do how can i no not without with hide show remove disable enable turn set get make want don t button'.split(
    ' ',
  ),
);

/** The words of a search, and those of them that say what is looked for: all of them if none does. */
export function splitQuery(query: string): { readonly words: readonly string[]; readonly wanted: readonly string[] } {
  const words = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = words.filter((word) => !fillers.has(word));
  return { words, wanted: telling.length ? telling : words };
}
