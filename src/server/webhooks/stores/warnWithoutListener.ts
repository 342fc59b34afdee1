import { createServerError } from '../../../errors/createServerError.js';
import { hasMethod } from '../../http/readProperty.js';

const checked = new WeakSet<object>();

/**
 * Warns once of a client of `redis` that nobody listens to for errors: Node ends a process whose emitter has an error and no
 * listener (https://nodejs.org/api/events.html#error-events). The store adds none of its own, which would hide the errors
 * from the app. It is called when the client is used, since apps may add theirs after they have made the store.
 */
export function warnWithoutListener(client: object): void {
  if (checked.has(client)) return;
  checked.add(client);
  if (!hasMethod(client, 'listenerCount') || client.listenerCount('error') !== 0) return;
  console.warn(createServerError('REDIS_LISTENER_MISSING', {}).message);
}
