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
  const invalid = origins.find((origin) => !isOrigin(origin));
  if (invalid !== undefined)
    throw createServerError('HANDLER_OPTION_INVALID', {
      problem: `\`origins\` contains ${JSON.stringify(invalid)}, which is not an origin such as https://app.example.com or capacitor://localhost, without a path and without a wildcard`,
    });
  const listed = new Set(origins.map((origin) => origin.toLowerCase()));

  return {
    checkOrigin(request) {
      const origin = request.headers.get('origin');
      if (origin && listed.has(origin.toLowerCase()))
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
      throw createRefusal('ORIGIN_REFUSED', { origin: describeOrigin(origin) }, { headers: { vary: 'origin' } });
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

/**
 * Whether a text is an origin as browsers and native shells send it: a scheme and a host, or `null`. Of http and https the
 * spelling is the browser's own; of other schemes (`capacitor://localhost`, `app://.`) it is whatever was registered.
 */
function isOrigin(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  if (text === 'null' || text === 'file://') return true;
  // A wildcard is a host to `URL`.
  if (/^https?:/i.test(text)) return !text.includes('*') && URL.canParse(text) && new URL(text).origin === text;
  return /^[a-z][a-z\d+.-]*:\/\/[^\s/?#\\*@]+$/i.test(text);
}

/** For the refusal. Whatever else a sender writes there is not repeated. */
function describeOrigin(origin: string | null): string {
  if (origin === null) return 'unknown (the request names none)';
  return isOrigin(origin) && origin.length < 200 ? origin : 'unknown (the request names none that can be read)';
}

/**
 * Compares hosts only: behind a proxy that ends TLS the server's own URL is http. The host that a proxy forwards counts
 * too. A page of another site cannot forge it: its browser asks first before it sends such a header, and is refused.
 */
function isOwnOrigin(origin: string, { headers, url }: Request): boolean {
  if (!URL.canParse(origin)) return false;
  const forwarded = /(?:^|[;,\s])host="?([^";,\s]+)/i.exec(headers.get('forwarded') ?? '')?.[1];
  const hosts = [
    headers.get('host') ?? (URL.canParse(url) ? new URL(url).host : undefined),
    headers.get('x-forwarded-host')?.split(',')[0]?.trim(),
    forwarded,
  ];
  const { host, protocol } = new URL(origin);
  return hosts.some(
    (each) =>
      each !== undefined && URL.canParse(`${protocol}//${each}`) && new URL(`${protocol}//${each}`).host === host,
  );
}
