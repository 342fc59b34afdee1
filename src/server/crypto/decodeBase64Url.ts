/** Decodes base64url without padding. Returns undefined if the text is not base64url. */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  } catch {
    // A length that no sequence of bytes encodes to, such as a single character.
    return undefined;
  }
}
