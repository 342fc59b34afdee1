import { hasMethod, readProperty } from './readProperty.js';

interface NodeResponse {
  readonly headersSent?: boolean;
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  end(text: string): unknown;
}

const isNodeResponse = (value: unknown): value is NodeResponse =>
  hasMethod(value, 'writeHead') && hasMethod(value, 'end');

/**
 * Sends a response in the way of the platform that called a handler with a request of its own. Most ignore what a
 * handler returns, so that the client would wait for ever; Lambda would take it for a success.
 * @param args what the platform passed: request and response, a context, an event
 */
export async function respondOnPlatform(response: Response, args: readonly unknown[]): Promise<Response> {
  const { status } = response;
  const headers = Object.fromEntries(response.headers);
  const body = await response.clone().text();
  const [context] = args;
  const nodeResponse = args.find(isNodeResponse);
  if (nodeResponse) {
    if (!nodeResponse.headersSent) nodeResponse.writeHead(status, headers);
    nodeResponse.end(body);
  } else if (isNodeResponse(readProperty(context, 'res')) && hasMethod(context, 'set')) {
    context.set(headers);
    Object.assign(context, { status, body });
  }
  // What Lambda makes of a result is its JSON.
  return Object.defineProperty(response, 'toJSON', { value: () => ({ statusCode: status, headers, body }) });
}
