import { createServerError } from '../../../errors/createServerError.js';

/** Throws `WEBHOOK_METHOD` or `WEBHOOK_CONTENT_TYPE` for a request that cannot be a webhook. A missing content type is accepted. */
export function checkRequest({ method, headers }: Request): void {
  if (method !== 'POST') throw createServerError('WEBHOOK_METHOD', { method });
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type && type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type))
    throw createServerError('WEBHOOK_CONTENT_TYPE');
}

/** Whether a request is a monitor's: `GET` or `HEAD` of a path that ends in `/health`. */
export const isHealthCheck = ({ method, url }: Request) =>
  (method === 'GET' || method === 'HEAD') && /\/health\/?$/.test(new URL(url).pathname);
