/** Orders texts by their code units: the same on every machine, unlike `localeCompare`. */
export const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
