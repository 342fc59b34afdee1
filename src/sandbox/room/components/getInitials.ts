/** The first letters of a name, at most two. */
export const getInitials = (displayName: string): string =>
  displayName
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
