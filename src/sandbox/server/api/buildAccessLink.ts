import * as v from 'valibot';
import type { ApiContext } from './ApiContext.js';
import { readQuery, wholeNumber } from './readQuery.js';

/** A link to a file that the service stores, and until when it works, in milliseconds since 1970. */
export function buildAccessLink(context: ApiContext, query: URLSearchParams, path: string) {
  const { validForSeconds } = readQuery(query, {
    validForSeconds: v.exactOptional(wholeNumber(1, 43_200), '3600'),
  });
  const expires = context.world.clock.now() + validForSeconds * 1_000;
  return {
    accessLink: `${context.origin()}/rooms/files/${path}?expires=${expires}&token=${context.world.ids.uuid()}`,
    expires,
  };
}
