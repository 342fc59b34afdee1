/** `+` means a blank in a query; a stray `%` stands for itself. */
export function decodePart(part: string): string {
  const text = part.replaceAll('+', ' ');
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(%[\da-f]{2})+/gi, (bytes) => {
      try {
        return decodeURIComponent(bytes);
      } catch {
        return '\ufffd';
      }
    });
  }
}

/** Lone surrogates have no UTF-8 form: they become U+FFFD, as in `URLSearchParams`. */
export function encodePart(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
  }
}

/** The decoded key of a raw `key=value` pair. */
export const keyOf = (pair: string): string => {
  const end = pair.indexOf('=');
  const key = end < 0 ? pair : pair.slice(0, end);
  return /[%+]/.test(key) ? decodePart(key) : key;
};
