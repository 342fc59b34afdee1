/** Where ids and keys come from. A seeded source makes every run the same; the default cannot be guessed. */
export type Random = (bytes: number) => Uint8Array;

export const secureRandom: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const base64url = (text: string) => btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

/** The makers of everything that must be unique. */
export interface Ids {
  uuid(): string;
  /** 64 hex digits, as ids of webhook events are. */
  event(): string;
  /** Eight digits, as ids of meetings are. */
  digits(): string;
  /** Six characters that are easily told apart. */
  short(): string;
  /** A secret that reads like the ones of the service: opaque to its holder. */
  token(claims: Readonly<Record<string, unknown>>): string;
}

const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

export function createIds(random: Random): Ids {
  return {
    uuid() {
      const bytes = random(16);
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
      return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    },
    event: () => hex(random(32)),
    digits: () => String(10_000_000 + (new DataView(random(4).buffer).getUint32(0) % 90_000_000)),
    short: () => Array.from(random(6), (byte) => readable[byte % readable.length]).join(''),
    token: (claims) =>
      [
        base64url('{"alg":"HS256","typ":"JWT"}'),
        base64url(JSON.stringify(claims)),
        base64url(String.fromCharCode(...random(32))),
      ].join('.'),
  };
}
