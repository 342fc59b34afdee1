import type { CallInput } from './Call.js';
import type { Account } from './readConfig.js';
import { serializeBody } from './serializeBody.js';
import { serializeQuery } from './serializeQuery.js';

/** The URL and `fetch` options of a call. `extra` goes into its JSON body, or into its query if it has no body. */
export function buildRequest(
  { apiKey, baseUrl }: Account,
  { method, path, query, body, options }: CallInput,
): { url: string; init: RequestInit } {
  const extra = options?.extra;
  const url = baseUrl + path + serializeQuery(body ? { ...query } : { ...query, ...extra });
  const isForm = body instanceof FormData;
  const json = body && !isForm ? serializeBody({ ...body, ...extra }) : undefined;
  return {
    url,
    init: {
      method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${apiKey}`,
        // `fetch` itself adds the content type of a form, because it chooses the boundary.
        ...(json !== undefined && { 'content-type': 'application/json' }),
      },
      // The API never redirects; following a redirect would send the key elsewhere.
      redirect: 'manual',
      // Some frameworks cache what `fetch` returns. Cloudflare's workers do not, and older ones refuse the option
      // (https://developers.cloudflare.com/workers/configuration/compatibility-flags/#enable-cache-no-store-http-standard-api).
      ...(globalThis.navigator?.userAgent !== 'Cloudflare-Workers' && { cache: 'no-store' as const }),
      ...(body && { body: isForm ? body : json! }),
    },
  };
}
