import { createServerError } from '../../../errors/createServerError.js';

/** Throws `WEBHOOK_METHOD` for a request that cannot be a webhook. Its content type does not matter: the signature decides. */
export function checkRequest({ method }: Request): void {
  if (method !== 'POST') throw createServerError('WEBHOOK_METHOD', { method });
}

/** Whether a request is a monitor's: `GET` or `HEAD` of a path that ends in `/health`. */
export const isHealthCheck = ({ method, url }: Request) =>
  (method === 'GET' || method === 'HEAD') && /\/health\/?$/.test(new URL(url, 'http://localhost').pathname);
