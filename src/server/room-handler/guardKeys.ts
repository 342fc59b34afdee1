import { createServerError } from '../../errors/createServerError.js';
import { callInTime } from '../callInTime.js';
import type { MeetingKeys } from './MeetingKeys.js';

/** Keys that have a text or nothing. */
export interface GuardedKeys extends MeetingKeys {
  find(key: string): Promise<string | undefined>;
}

/**
 * The app's keys, whose methods may take for ever, and return null or a number where the database has no text.
 * @throws WherebyError from each method: `FUNCTION_LATE`, or `HANDLER_OPTION_INVALID` if it returns something else
 */
export const guardKeys = (keys: MeetingKeys): GuardedKeys => ({
  async find(key) {
    const found = await callInTime('keys.find', () => keys.find(key));
    return found === null || found === undefined ? undefined : readId('find', found);
  },
  keep: async (key, meetingId, until) =>
    readId('keep', await callInTime('keys.keep', () => keys.keep(key, meetingId, until))),
  forget: (key, meetingId) => callInTime('keys.forget', () => keys.forget(key, meetingId)),
});

function readId(method: string, returned: unknown): string {
  if (typeof returned === 'string' && returned !== '') return returned;
  if (typeof returned === 'number' || typeof returned === 'bigint') return String(returned);
  throw createServerError('HANDLER_OPTION_INVALID', {
    problem: `\`keys.${method}\` returned ${returned === '' ? 'an empty text' : typeof returned} instead of the id of a meeting`,
  });
}
