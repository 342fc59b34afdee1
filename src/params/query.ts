/** Lone surrogates have no UTF-8 form: they become U+FFFD, as in `URLSearchParams`. */
export function encodePart(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
  }
}

/** The decoded key of a raw `key=value` pair. */
export function keyOf(pair: string): string {
  const [key = ''] = pair.split('=', 1);
  return /[%+]/.test(key) ? [...new URLSearchParams(key).keys()].join() : key;
}
