import { createServerError } from '../../errors/createServerError.js';
import { isObject } from '../isObject.js';
import { explainNoList } from '../stored-events/readList.js';

/** @throws WherebyError `ATTENDANCE_INPUT_INVALID` unless it is a Map, such as for the promise of one */
export function requireIdentities(identities: unknown): void {
  if (isObject(identities) && typeof identities.get === 'function') return;
  const { got, cure } = explainNoList(identities);
  throw createServerError('ATTENDANCE_INPUT_INVALID', {
    input: 'identities',
    wanted: 'a Map',
    got,
    cure: got === 'a promise' ? cure : 'pass what `identifyAttendees` returns',
  });
}
