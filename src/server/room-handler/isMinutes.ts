/** The longest meeting, in minutes: a hundred years. A meeting has an end, and dates do not go on for ever. */
export const longestMeeting = 52_560_000;

/** Whether a meeting can last so many minutes. */
export const isMinutes = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value <= longestMeeting;
