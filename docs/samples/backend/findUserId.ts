// findUserId.ts
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who a session cookie `session=<user id>.<signature>` is of, where your sign-in has set it. */
export function findUserId(request: Request, secret: string): string | undefined {
  const cookie = request.headers.get('cookie') ?? '';
  const [, id, signature] = /(?:^|; )session=([\w-]+)\.([\w-]+)/.exec(cookie) ?? [];
  if (id === undefined || signature === undefined) return undefined;
  const expected = createHmac('sha256', secret).update(id).digest();
  const received = Buffer.from(signature, 'base64url');
  return received.length === expected.length && timingSafeEqual(received, expected) ? id : undefined;
}
