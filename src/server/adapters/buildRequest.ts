import { setParsedBody } from '../http/parsedBody.js';
import { readProperty } from '../http/readProperty.js';
import type { NodeRequest } from './NodeMessages.js';
import { readNodeBody } from './readNodeBody.js';
import { toHeaders } from './toHeaders.js';

/**
 * Builds the web-standard request for a Node request.
 * @param sources the framework's own requests, which may have the body and the URL before a router changed it
 */
export function buildRequest(request: NodeRequest, ...sources: readonly unknown[]): Request {
  const headers = toHeaders(request.headers);
  const path = [...sources, request]
    .flatMap((owner) => [readProperty(owner, 'originalUrl'), readProperty(owner, 'url')])
    .find((text) => typeof text === 'string');
  const isSecure = readProperty(request.socket, 'encrypted') === true;
  const host = headers.get('host') ?? readProperty(request.headers, ':authority') ?? 'localhost';
  const url = buildUrl(`${isSecure ? 'https' : 'http'}://${String(host)}`, String(path ?? '/'));
  const method = request.method ?? 'GET';
  if (isForbidden(method)) return Object.defineProperty(new Request(url, { headers }), 'method', { value: method });
  const body = readNodeBody(request, ...sources);
  const init = { method, headers };
  if ('parsed' in body) return setParsedBody(new Request(url, init), body.parsed);
  return new Request(url, { ...init, body: body.raw, ...(body.raw && { duplex: 'half' }) });
}

/** No `Request` can be made with these (https://fetch.spec.whatwg.org/#methods). The handler is to refuse them as any other. */
const isForbidden = (method: string): boolean => /^(connect|trace|track)$/i.test(method);

/** Joined rather than resolved: a path that starts with two slashes must not change the host. */
function buildUrl(origin: string, path: string): string {
  if (!path.startsWith('/')) return URL.canParse(path) ? path : 'http://localhost/';
  return URL.canParse(origin + path) ? origin + path : `http://localhost${path}`;
}
