/** Where ids and keys come from: so many random bytes. With a seeded source every run is the same; the default cannot be guessed. */
export type Random = (bytes: number) => Uint8Array;

export const secureRandom: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const base64url = (text: string) => btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

/** Makes everything that must be unique. */
export interface Ids {
  uuid(): string;
  /** 64 hex digits, like the ids of webhook events. */
  event(): string;
  /** Eight digits, like the ids of meetings. */
  digits(): string;
  /** Six characters that are hard to confuse with each other. */
  short(): string;
  /** A number from 0 up to, but not including, 1. */
  fraction(): number;
  /** A secret in the form of the service's keys: a JWT that its holder cannot read anything from. */
  token(claims: Readonly<Record<string, unknown>>): string;
}

const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

export function createIds(random: Random): Ids {
  return {
    uuid() {
      const bytes = random(16);
      // Version 4, variant 1: RFC 9562, section 5.4.
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
      return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    },
    event: () => hex(random(32)),
    digits: () => String(10_000_000 + (new DataView(random(4).buffer).getUint32(0) % 90_000_000)),
    short: () => Array.from(random(6), (byte) => readable[byte % readable.length]).join(''),
    fraction: () => new DataView(random(4).buffer).getUint32(0) / 2 ** 32,
    token: (claims) =>
      [
        base64url('{"alg":"HS256","typ":"JWT"}'),
        base64url(JSON.stringify(claims)),
        base64url(String.fromCharCode(...random(32))),
      ].join('.'),
  };
}
