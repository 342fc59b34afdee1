const encoder = new TextEncoder();

/** What a signature covers: the time in seconds as written in the header, a full stop, and the body as it came. */
export function signedMessage(time: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const prefix = encoder.encode(`${time}.`);
  const message = new Uint8Array(prefix.length + body.length);
  message.set(prefix);
  message.set(body, prefix.length);
  return message;
}
