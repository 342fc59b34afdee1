import { createServerError } from '../../errors/createServerError.js';
import { createRefusal } from './createRefusal.js';

/** @throws WherebyError `HANDLER_OPTION_INVALID` */
export function readOrigins(origins: readonly string[]): ReadonlySet<string> {
  for (const origin of origins) {
    if (URL.canParse(origin) && new URL(origin).origin === origin) continue;
    throw createServerError('HANDLER_OPTION_INVALID', {
      problem: `\`origins\` contains ${JSON.stringify(origin)}, which is not an origin such as https://app.example.com, without a path and without a wildcard`,
    });
  }
  return new Set(origins);
}

/** Compares hosts only: behind a proxy that ends TLS the server sees http. */
const isOwn = (origin: string, request: Request): boolean =>
  URL.canParse(origin) && new URL(origin).host === (request.headers.get('host') ?? new URL(request.url).host);

/**
 * The headers that let the asking page read the answer: none for the server's own pages and for programs.
 * @throws Refusal `ORIGIN_REFUSED`
 */
export function corsFor(request: Request, origins: ReadonlySet<string>): Readonly<Record<string, string>> {
  const { headers } = request;
  // Set by browsers, out of a page's reach. Older ones do not send it: then Origin decides.
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  if (origin && origins.has(origin))
    return {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'retry-after, date',
      vary: 'origin',
    };
  if (site === 'same-origin' || site === 'none') return {};
  if (site === null && (origin === null || isOwn(origin, request))) return {};
  throw createRefusal('ORIGIN_REFUSED', {}, { vary: 'origin' });
}

/** What a listed origin may send. */
export const preflight = (request: Request, cors: Readonly<Record<string, string>>): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...cors,
      'access-control-allow-methods': 'POST, GET, DELETE',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? 'content-type',
      'access-control-max-age': '600',
    },
  });
