/** An IPv6 address in brackets, without which a URL could not tell its colons from that of a port. Any other text as it is. */
export const addBrackets = (host: string): string =>
  /^[\da-f]*:[\da-f:.]*:[\da-f:.]*$/i.test(host) ? `[${host}]` : host;
