/**
 * The request without its body, for functions of the app: its body was read, so that `clone()` and `new Request(request)`
 * of an auth library would throw. Of the same class, because frameworks add to theirs (`cookies` of Next.js).
 */
export function withoutBody(request: Request): Request {
  if (!request.body) return request;
  const { url, method, headers } = request;
  const copied = new Headers(headers);
  // They describe the body that is gone.
  for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) copied.delete(name);
  const { cf } = request as { readonly cf?: unknown };
  const init = { method, headers: copied, ...(cf !== undefined && { cf }) };
  try {
    return new (request.constructor as typeof Request)(url, init);
  } catch {
    return new Request(url, init);
  }
}
