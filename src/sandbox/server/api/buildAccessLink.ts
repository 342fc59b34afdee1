import type { ApiContext } from './ApiContext.js';
import { readNumber } from './readQuery.js';

/** A link to a file that is kept by the service, and until when it is good, in milliseconds since 1970. */
export function buildAccessLink(context: ApiContext, query: URLSearchParams, path: string) {
  const seconds = readNumber(query, 'validForSeconds', 3_600, [1, 43_200]);
  const expires = context.world.clock.now() + seconds * 1_000;
  return {
    accessLink: `${context.origin()}/rooms/files/${path}?expires=${expires}&token=${context.world.ids.uuid()}`,
    expires,
  };
}
