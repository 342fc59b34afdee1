/** Whether a time is in seconds since 1970: in milliseconds it would be before 1973. */
export const isInSeconds = (time: unknown): boolean => /^\d{1,11}(\.\d*)?$/.test(String(time));
