import type { MiddlewareHandler } from 'hono';
import type { ApiContext } from './ApiContext.js';

const MINUTE = 60_000;

/** What a call costs, by either of the two documents. */
function getCost(context: ApiContext, method: string, path: string): number {
  const isRead = method === 'GET' || method === 'HEAD';
  if (context.behaviour.pointCosts === 'spec') return isRead ? 1 : method === 'DELETE' ? 2 : 3;
  if (/\/insights\/|bulk-delete/.test(path)) return 5;
  const isList = /\/(meetings|recordings|transcriptions|summaries)$/.test(path);
  return isRead && !isList ? 1 : 3;
}

function formatReset(context: ApiContext, time: number): string {
  switch (context.behaviour.rateLimitReset) {
    case 'http':
      return new Date(time).toUTCString();
    case 'iso':
      return new Date(time).toISOString();
    case 'epoch':
      return String(Math.ceil(time / 1_000));
  }
}

export interface RateLimit {
  readonly handler: MiddlewareHandler;
  /** Restores the full budget. */
  reset(): void;
}

/** Points per minute for all keys together, by the sandbox's clock. */
export function createRateLimit(context: ApiContext): RateLimit {
  let minuteStart = -Infinity;
  let used = 0;
  return {
    reset() {
      minuteStart = -Infinity;
    },
    async handler(c, next) {
      const limit = context.behaviour.pointsPerMinute;
      if (limit === null) return next();
      const now = context.world.clock.now();
      // The clock can be moved back, too.
      if (now >= minuteStart + MINUTE || now < minuteStart) {
        minuteStart = now;
        used = 0;
      }
      const cost = getCost(context, c.req.method, c.req.path);
      const isOver = used + cost > limit;
      if (!isOver) used += cost;
      const minuteEnd = minuteStart + MINUTE;
      const headers = {
        'X-RateLimit-Limit': String(limit),
        'X-RateLimit-Remaining': String(limit - used),
        'X-RateLimit-Reset': formatReset(context, minuteEnd),
      };
      if (isOver) {
        const msLeft = minuteEnd - now;
        return c.json({ error: 'Rate limit active for throttle key: organization:1', data: { msLeft } }, 429, {
          ...headers,
          'Retry-After': String(Math.ceil(msLeft / 1_000)),
        });
      }
      await next();
      if (context.behaviour.rateLimitHeaders === 'always')
        for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    },
  };
}
