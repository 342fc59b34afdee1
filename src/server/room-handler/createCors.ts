import { createServerError } from '../../errors/createServerError.js';
import { createRefusal } from './createRefusal.js';

export type CorsHeaders = Readonly<Record<string, string>>;

export interface Cors {
  /**
   * Checks the origin of a request.
   * @returns the headers that let the page read the response: none for the server's own pages, and for programs
   * @throws Refusal `ORIGIN_REFUSED`
   */
  checkOrigin(request: Request): CorsHeaders;
  /** The response to an OPTIONS request: what a page of a listed origin may send. */
  respondToPreflight(request: Request, headers: CorsHeaders): Response;
}

/**
 * Cross-origin rules: pages of the server's own origin and of the listed ones may send requests. There is no wildcard,
 * because cookies are let through.
 * @throws WherebyError `HANDLER_OPTION_INVALID` for an entry that is not an origin
 */
export function createCors(origins: readonly string[]): Cors {
  const invalid = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (invalid !== undefined)
    throw createServerError('HANDLER_OPTION_INVALID', {
      problem: `\`origins\` contains ${JSON.stringify(invalid)}, which is not an origin such as https://app.example.com, without a path and without a wildcard`,
    });

  return {
    checkOrigin(request) {
      const origin = request.headers.get('origin');
      if (origin && origins.includes(origin))
        return {
          'access-control-allow-origin': origin,
          'access-control-allow-credentials': 'true',
          'access-control-expose-headers': 'retry-after, date',
          vary: 'origin',
        };
      // Only the browser can set this header (https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site).
      // Browsers that do not send it are judged by Origin.
      const site = request.headers.get('sec-fetch-site');
      const isOwnPage =
        site === null ? origin === null || isOwnOrigin(origin, request) : site === 'same-origin' || site === 'none';
      if (isOwnPage) return {};
      throw createRefusal('ORIGIN_REFUSED', {}, { vary: 'origin' });
    },

    respondToPreflight: (request, headers) =>
      new Response(null, {
        status: 204,
        headers: {
          ...headers,
          'access-control-allow-methods': 'POST, GET, DELETE',
          'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? 'content-type',
          'access-control-max-age': '600',
        },
      }),
  };
}

/** Compares hosts only: behind a proxy that ends TLS the server's own URL is http. */
const isOwnOrigin = (origin: string, request: Request): boolean =>
  URL.canParse(origin) && new URL(origin).host === (request.headers.get('host') ?? new URL(request.url).host);
