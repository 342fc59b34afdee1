import type { Issue } from '../errors/WherebyError.js';
import { applyChanges } from './applyChanges.js';
import { collectChanges } from './collectChanges.js';
import { createParamsError } from './createParamsError.js';
import { requireRoomAddress } from './roomAddress.js';
import type { RoomParams } from './types.js';

export interface BuildRoomUrlOptions {
  /** Parameters newer than this version, as they go over the wire. They can name neither a known nor a reserved one. */
  readonly extraParams?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * Adds parameters to a room URL, also to one that already has `?roomKey=`, and returns the new URL. A value given here
 * replaces the one in the URL, and `undefined` leaves it; an empty text or list and a flag that is `false` remove the
 * parameter. `roomKey` and every key that is not given stay byte for byte as they were. What is surely meant is
 * repaired: addresses as people copy them, `42` for text, `'true'` for a toggle. `checkParams` reports such repairs.
 *
 * @throws WherebyError `ROOM_MISSING` or `ROOM_INVALID` if `room` is not an absolute http(s) URL,
 * `PARAMS_INVALID` with all issues if a name or value is wrong.
 */
export function buildRoomUrl(room: string | URL, params: RoomParams = {}, options: BuildRoomUrlOptions = {}): string {
  const address = requireRoomAddress(room);
  const issues: Issue[] = [];
  const changes = collectChanges(params, options.extraParams, issues);
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length) throw createParamsError(errors);
  return applyChanges(address, changes);
}
