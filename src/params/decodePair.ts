/** The decoded key and text of a raw `key=text` pair, as `URLSearchParams` reads them. */
export function decodePair(pair: string): readonly [key: string, text: string] {
  // Without the "&" before it, a "?" at the start of the key would be dropped.
  const [decoded = ['', ''] as const] = new URLSearchParams(`&${pair}`);
  return decoded;
}
