import { createHmac, timingSafeEqual } from 'node:crypto';

/** `value.signature`: whoever knows the secret can check that the value is ours. The purpose keeps signatures apart. */
export const sign = (secret: string, purpose: string, value: string): string =>
  `${value}.${createHmac('sha256', secret).update(`${purpose}:${value}`).digest('base64url')}`;

/** The value, if the signature is right. */
export function readSigned(secret: string, purpose: string, signed: string): string | undefined {
  const value = signed.slice(0, Math.max(0, signed.lastIndexOf('.')));
  const [expected, given] = [sign(secret, purpose, value), signed].map((text) => Buffer.from(text));
  return expected!.length === given!.length && timingSafeEqual(expected!, given!) ? value : undefined;
}
