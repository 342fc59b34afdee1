/** Milliseconds as ISO time; null for an unknown time. */
export const formatTime = (time: number | null): string | null =>
  time === null || !Number.isFinite(time) ? null : new Date(time).toISOString();
