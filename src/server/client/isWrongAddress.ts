import type { Reply } from './attempt.js';

/** A base address that ends with the name of a resource was copied from one of the API's endpoints. */
const resourceAtEnd = /\/(meetings|recordings|transcriptions|summaries|rooms|insights)$/;

/**
 * Whether a 404 says that there is no API at the address, rather than no such resource.
 * @param path of the call, below the address
 */
export function isWrongAddress({ text }: Reply, address: string, path: string): boolean {
  // Meetings can always be listed and created, so nothing can be missing there but the API.
  return path === '/meetings' || resourceAtEnd.test(address) || isHtml(text);
}

/** A web server's own page. The API's errors are JSON, plain text or empty. */
function isHtml(text: string): boolean {
  return text.trimStart().startsWith('<');
}
