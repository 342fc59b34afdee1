import { createServerError } from '../../errors/createServerError.js';
import { WherebyError } from '../../errors/WherebyError.js';
import { toTimeLimit } from '../../time/toTimeLimit.js';
import { checkTolerance, defaultTolerance } from './checkTolerance.js';
import type { UnknownWebhookEvent, WebhookEvent } from './events.js';
import { buildErrorResponse, buildResponse } from './handler/buildResponse.js';
import { checkOptions } from './handler/checkOptions.js';
import { checkRequest, isHealthCheck } from './handler/checkRequest.js';
import { createDeadline, timedOut } from './handler/createDeadline.js';
import type { Deadline } from './handler/createDeadline.js';
import { dispatchEvent } from './handler/dispatchEvent.js';
import { HandleOnce } from './handler/HandleOnce.js';
import { readBody } from './handler/readBody.js';
import { findStatus } from './handler/statuses.js';
import type { WebhookHandlerOptions } from './handler/WebhookHandlerOptions.js';
import { resolveSecrets } from './resolveSecrets.js';
import { memoryStore } from './stores/memoryStore.js';
import { verifyWebhook } from './verifyWebhook.js';

/**
 * Creates an endpoint for webhooks: it checks the signature of a request, runs the function for its event once however
 * often the event is sent, and responds in time. For any server with web-standard `Request` and `Response`; it takes
 * `POST` under any path and must get the body unread.
 *
 * A 2xx response means that Whereby need not send the event again, 4xx that the request was refused, 5xx that Whereby
 * should send it again; docs/webhooks.md lists them. What an event's functions can rely on is written above `HandleOnce`.
 *
 * Throws `WEBHOOK_SECRET_MISSING` or `WEBHOOK_OPTIONS_INVALID`. The function it returns never rejects.
 */
export function createWebhookHandler(options: WebhookHandlerOptions): (request: Request) => Promise<Response> {
  const {
    tolerance = defaultTolerance,
    now = Date.now,
    store = memoryStore(),
    onError = logServerErrors,
    answerWithin = 4000,
    late = 'retry',
    waitUntil,
    maxBodyBytes = 1_048_576,
    health = false,
  } = options;
  const secret = resolveSecrets(options.secret);
  checkTolerance(tolerance);
  checkOptions(options);
  const once = new HandleOnce(store);

  function report(error: unknown) {
    try {
      onError(error, { status: error instanceof WherebyError ? findStatus(error.code) : 500 });
    } catch (problem) {
      // An app's own error reporter must not turn a response into a crash.
      console.error(problem);
    }
  }

  function finishLater(work: Promise<unknown>) {
    const reported = work.catch(report);
    waitUntil?.(reported);
  }

  async function receive(request: Request): Promise<Response> {
    if (health && isHealthCheck(request)) return buildResponse(200, 'healthy');
    checkRequest(request);
    const deadline = createDeadline(toTimeLimit(answerWithin));
    const body = await deadline.race(readBody(request, maxBodyBytes));
    if (body === timedOut) throw createServerError('WEBHOOK_BODY_SLOW', { timeout: answerWithin });
    const signature = request.headers.get('whereby-signature');
    return handle(await verifyWebhook({ body, signature, secret, tolerance, now }), deadline);
  }

  async function handle(event: WebhookEvent | UnknownWebhookEvent, deadline: Deadline): Promise<Response> {
    const starting = once.start(event, deadline, () => dispatchEvent(event, options));
    const started = await deadline.race(starting);
    if (started === timedOut) {
      finishLater(starting.then(({ result }) => result));
      // Not 202: until the event is claimed, only the sender has it.
      throw createServerError('WEBHOOK_LATE');
    }
    const result = await deadline.race(started.result);
    if (result !== timedOut) return buildResponse(200, result);
    finishLater(started.result);
    if (late === 'accept') return buildResponse(202, 'accepted');
    throw createServerError('WEBHOOK_LATE');
  }

  return async (request) => {
    try {
      return await receive(request);
    } catch (problem) {
      const error =
        problem instanceof WherebyError
          ? problem
          : createServerError('WEBHOOK_BODY_INVALID', { problem: 'ended before it was complete' }, { cause: problem });
      report(error);
      return buildErrorResponse(error);
    }
  };
}

function logServerErrors(error: unknown, { status }: { readonly status: number }) {
  if (status >= 500) console.error(error);
}
