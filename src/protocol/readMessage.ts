import { events } from './events.js';
import type { EventDefinition, RoomEvent } from './types.js';

/**
 * What a room's message says. `undefined` where it has not the shape of one; what this version of the protocol
 * does not know, or a payload that is not of the contract, comes back as `unknown`. Never throws.
 */
export function readMessage(data: unknown): RoomEvent | undefined {
  const { type, payload } = (data || {}) as { readonly type?: unknown; readonly payload?: unknown };
  if (typeof type !== 'string') return undefined;
  for (const [prop, event] of Object.entries<EventDefinition<unknown>>(events)) {
    const read = event.type === type ? event.read(payload) : undefined;
    if (read !== undefined) return { type, prop, payload: read } as RoomEvent;
  }
  return { type: 'unknown', name: type, payload };
}
