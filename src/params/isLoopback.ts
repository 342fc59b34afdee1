/**
 * Whether a host name leads to this machine only. Browsers treat such addresses as secure without a certificate:
 * https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy
 */
export const isLoopback = (hostname: string): boolean =>
  /^((.+\.)?localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(hostname);
