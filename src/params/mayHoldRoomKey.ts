import { listReadings } from './listReadings.js';

/**
 * Whether the value of a parameter may hold the key of a role: where the "&" before it was encoded as well, the key is
 * part of a name that everybody in the meeting would read.
 */
export const mayHoldRoomKey = (text: string): boolean =>
  listReadings(text)?.some((reading) => /roomkey/i.test(reading)) ?? false;
