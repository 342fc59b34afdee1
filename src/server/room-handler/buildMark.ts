const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Random text of what the API takes in a prefix: with 62 bits no two of an account's rooms have the same. */
export function buildMark(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
}
