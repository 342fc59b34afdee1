import { withLeadingSlash } from '../../server/withLeadingSlash.js';

/** A room's name as the service writes it: `demo`, `/demo` and `/demo/` are `/demo`. */
export const normalizeRoomName = (roomName: string): string => withLeadingSlash(roomName).replace(/(.)\/+$/, '$1');
