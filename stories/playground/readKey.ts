import { decodePair } from '../../src/params/decodePair.js';
import { findAddresses } from '../../src/params/findAddresses.js';
import { readRoomAddress } from '../../src/params/roomAddress.js';

/** The key in the first address of a text, for the frame alone; undefined if it has none. */
export function readKey(text: string): string | undefined {
  const [found] = findAddresses(text);
  return readRoomAddress(found)
    ?.pairs.map(decodePair)
    .find(([key]) => key === 'roomKey')?.[1];
}
