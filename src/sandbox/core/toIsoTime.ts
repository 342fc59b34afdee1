/** ISO time with milliseconds, as events and room pages get it. */
export const toIsoTime = (time: number): string => new Date(time).toISOString();
