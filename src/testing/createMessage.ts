import { events } from '../protocol/events.js';
import { readMessage } from '../protocol/readMessage.js';
import { refuse } from './refuse.js';

const types: readonly string[] = Object.values(events).map((event) => event.type);

/** Puts the keys of objects in order, so that their order does not count when they are compared as JSON. */
const sortKeys = (value: unknown): unknown =>
  value && typeof value === 'object'
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, sortKeys(inner)]),
      )
    : value;
const serialize = (value: unknown): string => JSON.stringify(sortKeys(value ?? null));

/**
 * Creates the message by which a room reports an event.
 * @throws WherebyError `FAKE_ROOM_REFUSED` if the protocol has no such event, or not with this payload
 */
export function createMessage(type: string, payload: unknown): { type: string; payload?: unknown } {
  if (!types.includes(type)) refuse(`rooms have no event "${type}", only ${types.join(', ')}`);
  const event = readMessage({ type, payload });
  // Reading also accepts what rooms of other versions post; a test posts exactly what the protocol has.
  if (!event || event.type === 'unknown' || serialize(event.payload) !== serialize(payload))
    refuse(`the event "${type}" has another payload than ${JSON.stringify(payload)}`);
  return payload === undefined ? { type } : { type, payload };
}
