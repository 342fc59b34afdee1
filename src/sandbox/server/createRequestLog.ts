import type { MiddlewareHandler } from 'hono';
import type { LoggedRequest } from './LoggedRequest.js';

const LENGTH = 500;

/** Keeps the last requests. */
export function createRequestLog() {
  let log: LoggedRequest[] = [];
  const handler: MiddlewareHandler = async (c, next) => {
    const start = Date.now();
    await next();
    log.push({
      at: new Date(start).toISOString(),
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      durationMs: Date.now() - start,
    });
    if (log.length > 2 * LENGTH) log = log.slice(-LENGTH);
  };
  return {
    handler,
    list: (): readonly LoggedRequest[] => log.slice(-LENGTH),
    clear() {
      log = [];
    },
  };
}
