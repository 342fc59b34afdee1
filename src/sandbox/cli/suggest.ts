/** How many letters have to be changed, added, left out or swapped to make one word of the other. */
function countEdits(one: string, other: string): number {
  let [beforeLast, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next[column] = Math.min(
        last[column]! + 1,
        next[column - 1]! + 1,
        last[column - 1]! + (isSame ? 0 : 1),
        isSwapped ? beforeLast[column - 2]! + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, next];
  }
  return last[other.length]!;
}

/** The name that was probably meant, as ` Did you mean --port?`; empty if none is near. */
export function suggest(typed: string, names: readonly string[]): string {
  const small = typed.toLowerCase();
  const near = names
    .map((name) => ({ name, edits: name.startsWith(small) && small.length > 2 ? 0 : countEdits(small, name) }))
    .filter(({ name, edits }) => edits <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.edits - b.edits)[0];
  return near ? ` Did you mean ${near.name}?` : '';
}
