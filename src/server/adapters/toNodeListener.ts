import type { RequestHandler } from '../http/RequestHandler.js';
import { startTimer } from '../../time/startTimer.js';
import { buildRequest } from './buildRequest.js';
import type { NodeRequest, NodeResponse } from './NodeMessages.js';
import { readResponse } from './readResponse.js';

/** How long a refused sender may go on sending before its connection is closed, in milliseconds. */
const graceAfterResponse = 1_000;

/**
 * Adapts a handler to servers that call functions with Node's request and response: `node:http`, Express 4 and 5,
 * Connect, API routes of Next.js, Google Cloud Functions.
 *
 * ```ts
 * app.use('/api/whereby', toNodeListener(rooms));
 * app.post('/webhooks/whereby', toNodeListener(webhooks));
 * ```
 *
 * Mount webhooks before `express.json()`: the signature covers the bytes, which the parser consumes. Bytes that a
 * platform keeps in `rawBody`, or `express.raw()` in `body`, are used.
 */
export const toNodeListener =
  (handler: RequestHandler) =>
  async (request: NodeRequest, response: NodeResponse): Promise<void> => {
    const { status, headers, cookies, body } = await respond(handler, request);
    if (!response.headersSent) {
      response.statusCode = status;
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (cookies.length > 0) response.setHeader('set-cookie', cookies);
    }
    response.end(body);
    if (request.complete === false) closeUnlessComplete(request);
  };

/** A request whose URL or method no `Request` can have. The handler itself never rejects. */
const unreadable = () => new Response(null, { status: 400 });

export async function respond(handler: RequestHandler, message: NodeRequest, ...sources: readonly unknown[]) {
  let request: Request;
  try {
    request = buildRequest(message, ...sources);
  } catch {
    return readResponse(unreadable());
  }
  return readResponse(await handler(request));
}

/** A sender that stalls would keep its connection until the server's own time limit, which is minutes. */
function closeUnlessComplete(request: NodeRequest): void {
  request.resume();
  const stopTimer = startTimer(() => request.destroy(), graceAfterResponse);
  request.on('close', stopTimer);
  request.on('end', stopTimer);
}
