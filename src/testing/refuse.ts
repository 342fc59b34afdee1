import { WherebyError } from '../errors/WherebyError.js';

/** A test has said or heard what no room says or hears: that is a fault of the test or of the app. */
export const refuse = (what: string): never => {
  throw new WherebyError('FAKE_ROOM_REFUSED', what);
};
