import { eventProps, events } from './events.js';
import { readField } from './readField.js';
import type { RoomEvent } from './types.js';

/**
 * The event in a message from the room, `undefined` if the message has not the shape of one. An event that this
 * version does not know, or whose payload is not as the protocol has it, is returned as `unknown`. Never throws.
 */
export function readMessage(data: unknown): RoomEvent | undefined {
  const type = readField(data, 'type');
  const payload = readField(data, 'payload');
  if (typeof type !== 'string') return undefined;
  const prop = eventProps.find((name) => events[name].type === type);
  const known = prop && events[prop].read(payload);
  if (known === undefined) return { type: 'unknown', name: type, payload };
  // That the type and the payload belong to this prop, the compiler cannot follow through a computed key.
  return { type, prop, payload: known } as RoomEvent;
}
