import { events } from '../protocol/events.js';
import { readMessage } from '../protocol/readMessage.js';
import { refuse } from './refuse.js';

const sorted = (value: unknown): unknown =>
  value && typeof value === 'object'
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : value;
const textOf = (value: unknown): string => JSON.stringify(sorted(value ?? null));

/**
 * An event as the room posts it.
 * @throws WherebyError `FAKE_ROOM_REFUSED` where the protocol has no such event, or not with this payload
 */
export function messageOf(type: string, payload: unknown): { type: string; payload?: unknown } {
  const types = Object.values(events).map((event) => event.type as string);
  if (!types.includes(type)) refuse(`no room says "${type}"; one of ${types.join(', ')} is meant`);
  const event = readMessage({ type, payload });
  // Reading forgives what rooms of other versions say; a test says exactly what the protocol has.
  if (!event || event.type === 'unknown' || textOf(event.payload) !== textOf(payload))
    refuse(`no room says "${type}" with ${JSON.stringify(payload)}`);
  return payload === undefined ? { type } : { type, payload };
}
