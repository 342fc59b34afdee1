import type { Issue } from '../errors/WherebyError.js';
import { requireAddress } from './roomAddress.js';
import type { RoomParams } from './types.js';
import { paramsInvalid, writeParams } from './writeParams.js';

export interface BuildRoomUrlOptions {
  /** Parameters newer than the registry, as they go over the wire. They can name neither a known nor a reserved one. */
  readonly extraParams?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * Merges parameters into a room address, also one that already has `?roomKey=`. A value given here wins over
 * the one in the address; `undefined` leaves it; an empty text or list, and a flag that is false, take it away.
 * `roomKey` and every key not named come out byte for byte as they went in.
 *
 * @throws WherebyError `ROOM_MISSING` or `ROOM_INVALID` for an address that cannot be read,
 * `PARAMS_INVALID` with every issue where a value is wrong.
 */
export function buildRoomUrl(room: string, params: RoomParams = {}, options: BuildRoomUrlOptions = {}): string {
  const address = requireAddress(room);
  const issues: Issue[] = [];
  const url = writeParams(address, issues, params, options.extraParams);
  if (issues.length) throw paramsInvalid(issues);
  return url;
}
