/** At most two letters for a name. */
export const initialsOf = (displayName: string): string =>
  displayName
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
