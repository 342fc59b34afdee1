import { sandboxRoom } from '../sandboxRoom.js';

/** A room that does not respond: its page never posts `ready`. */
export const nobodyHome = (): string => sandboxRoom('demo').replace('/demo/', '/nobody-home/');
