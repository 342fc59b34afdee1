import { createWhereby } from 'react-whereby-embed/server';
import type { Whereby, WherebyOptions } from 'react-whereby-embed/server';

/**
 * A client whose key may change while it is used: each call takes the client of the key as it is now.
 */
export function createService(readKey: () => string | undefined, options: WherebyOptions): Whereby {
  let current: { readonly apiKey: string | undefined; readonly whereby: Whereby } | undefined;
  function get(): Whereby {
    const apiKey = readKey();
    if (current?.apiKey !== apiKey || !current) current = { apiKey, whereby: createWhereby({ ...options, apiKey }) };
    return current.whereby;
  }
  return {
    get meetings() {
      return get().meetings;
    },
    get recordings() {
      return get().recordings;
    },
    get transcriptions() {
      return get().transcriptions;
    },
    get summaries() {
      return get().summaries;
    },
    get rooms() {
      return get().rooms;
    },
    get insights() {
      return get().insights;
    },
  };
}
