/**
 * Which page of an app the address leads to: its path, and the path in its hash if the app routes by that (`#/call`,
 * `#!/call`). Any other hash is a place in a page.
 */
export const readRoute = ({ pathname, hash }: Location): string => pathname + (/^#!?\/[^?#]*/.exec(hash)?.[0] ?? '');
