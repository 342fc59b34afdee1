import * as v from 'valibot';
import type { ToRooms } from '../wire.js';

const message = v.looseObject({ type: v.pipe(v.string(), v.nonEmpty()) });

/** Whether something looks like a message of a room page. Only its type is checked: the rooms trust no other field. */
export const isRoomMessage = (value: unknown): value is ToRooms => v.is(message, value);
