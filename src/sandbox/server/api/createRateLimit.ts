import type { MiddlewareHandler } from 'hono';
import type { ApiContext } from './ApiContext.js';

const MINUTE = 60_000;

/** What a call costs, by each of the two documents. */
function cost(context: ApiContext, method: string, path: string): number {
  const isRead = method === 'GET' || method === 'HEAD';
  if (context.behaviour.pointCosts === 'spec') return isRead ? 1 : method === 'DELETE' ? 2 : 3;
  if (/\/insights\/|bulk-delete/.test(path)) return 5;
  const isList = /\/(meetings|recordings|transcriptions|summaries)$/.test(path);
  return isRead && !isList ? 1 : 3;
}

const writeReset = (context: ApiContext, time: number) =>
  ({
    http: () => new Date(time).toUTCString(),
    iso: () => new Date(time).toISOString(),
    epoch: () => String(Math.ceil(time / 1_000)),
  })[context.behaviour.rateLimitReset]();

export interface RateLimit {
  readonly handler: MiddlewareHandler;
  /** A full budget again. */
  reset(): void;
}

/** Points a minute for everyone together, by the sandbox's clock. */
export function createRateLimit(context: ApiContext): RateLimit {
  let since = -Infinity;
  let used = 0;
  return {
    reset() {
      since = -Infinity;
    },
    async handler(c, next) {
      const limit = context.behaviour.pointsPerMinute;
      if (limit === null) return next();
      const now = context.world.clock.now();
      if (now >= since + MINUTE || now < since) {
        since = now;
        used = 0;
      }
      const price = cost(context, c.req.method, c.req.path);
      const isOver = used + price > limit;
      if (!isOver) used += price;
      const msLeft = since + MINUTE - now;
      const headers = {
        'X-RateLimit-Limit': String(limit),
        'X-RateLimit-Remaining': String(limit - used),
        'X-RateLimit-Reset': writeReset(context, since + MINUTE),
      };
      if (isOver)
        return c.json({ error: 'Rate limit active for throttle key: organization:1', data: { msLeft } }, 429, {
          ...headers,
          'Retry-After': String(Math.ceil(msLeft / 1_000)),
        });
      await next();
      if (context.behaviour.rateLimitHeaders === 'always')
        for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    },
  };
}
