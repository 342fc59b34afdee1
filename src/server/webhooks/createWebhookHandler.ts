import { createServerError } from '../../errors/createServerError.js';
import { WherebyError } from '../../errors/WherebyError.js';
import { toTimeLimit } from '../../time/toTimeLimit.js';
import { callInTime } from '../callInTime.js';
import { callSafely } from '../callSafely.js';
import type { Secrets } from '../crypto/parseSecrets.js';
import { checkTolerance, defaultTolerance } from './checkTolerance.js';
import type { UnknownWebhookEvent, WebhookEvent } from './events.js';
import { buildErrorResponse, buildResponse } from './handler/buildResponse.js';
import { checkOptions } from './handler/checkOptions.js';
import { checkRequest, isHealthCheck } from './handler/checkRequest.js';
import { createReport } from './handler/createReport.js';
import { createDeadline, timedOut } from '../http/createDeadline.js';
import type { Deadline } from '../http/createDeadline.js';
import { createErrorLog } from '../http/createErrorLog.js';
import { findForeignRequest } from '../http/findForeignRequest.js';
import { findWaitUntil } from '../http/findWaitUntil.js';
import type { RequestHandler } from '../http/RequestHandler.js';
import { respondOnPlatform } from '../http/respondOnPlatform.js';
import { HandleOnce } from './handler/HandleOnce.js';
import { listFunctions } from './handler/listFunctions.js';
import { readBody } from './handler/readBody.js';
import type { WebhookHandlerOptions } from './handler/WebhookHandlerOptions.js';
import { createDefaultStore } from './stores/createDefaultStore.js';
import { verifyWebhook } from './verifyWebhook.js';
import type { WebhookHandler } from './WebhookHandler.js';

/**
 * Creates an endpoint for webhooks: it checks the signature of a request, runs the function for its event once however
 * often the event is sent, and responds in time. For any server with web-standard `Request` and `Response`; for others
 * there are `toNodeListener` (Express), `toFastifyPlugin`, `toKoaMiddleware` and `toLambdaHandler`. It takes `POST` under
 * any path and must get the body unread.
 *
 * A 2xx response means that Whereby need not send the event again, 4xx that the request was refused, 5xx that Whereby
 * should send it again; docs/webhooks.md lists them. What an event's functions can rely on is written above `HandleOnce`.
 *
 * Throws `WEBHOOK_OPTIONS_INVALID`. The function it returns never rejects. Without a secret it responds with 500 and
 * `WEBHOOK_SECRET_MISSING`: builds import modules where secrets are not set.
 */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  const {
    tolerance = defaultTolerance,
    now = Date.now,
    store = createDefaultStore(options),
    onError = createErrorLog(),
    answerWithin = 4000,
    late = 'retry',
    maxBodyBytes = 1_048_576,
    health = false,
  } = options;
  checkTolerance(tolerance);
  checkOptions(options);
  const once = new HandleOnce(store, options.name);
  const report = createReport(onError);

  async function receive(request: Request, afterResponse: AfterResponse): Promise<Response> {
    if (health && isHealthCheck(request)) return buildResponse(200, 'healthy');
    checkRequest(request);
    const deadline = createDeadline(toTimeLimit(answerWithin));
    const body = await readBody(request, { maxBodyBytes, answerWithin, deadline });
    const signature = request.headers.get('whereby-signature');
    const secret = await readSecret(deadline);
    const event = await verifyWebhook({ body, signature, secret, tolerance, now });
    return handle(event, deadline, afterResponse);
  }

  async function readSecret(deadline: Deadline): Promise<Secrets | undefined> {
    const read = options.secret;
    if (typeof read !== 'function') return read;
    const secret = await deadline.race(callInTime('secret', read));
    if (secret === timedOut) throw createServerError('WEBHOOK_LATE');
    // A function that finds no secret does not mean the one of the environment.
    return secret ?? '';
  }

  async function handle(
    event: WebhookEvent | UnknownWebhookEvent,
    deadline: Deadline,
    afterResponse: AfterResponse,
  ): Promise<Response> {
    const functions = await listFunctions(event, options, afterResponse.report);
    const starting = once.start(event, functions, deadline);
    const started = await deadline.race(starting);
    if (started === timedOut) {
      afterResponse.finish(starting.then(({ result }) => result));
      // Not 202: until the event is claimed, only the sender has it.
      throw createServerError('WEBHOOK_LATE');
    }
    const result = await deadline.race(started.result);
    if (result !== timedOut) return buildResponse(200, result);
    afterResponse.finish(started.result);
    if (late === 'accept') return buildResponse(202, 'accepted');
    throw createServerError('WEBHOOK_LATE');
  }

  async function handleAbandoned(): Promise<number> {
    let handled = 0;
    try {
      for (const { key, event } of await once.listAbandoned()) {
        // Those of other handlers have other keys.
        const functions = await listFunctions(event, options, (error) => void report(error));
        const abandoned = functions.find((each) => each.key === key);
        if (!abandoned) continue;
        try {
          if ((await once.resume(event, abandoned)) === 'handled') handled++;
        } catch (error) {
          await report(error);
        }
      }
    } catch (error) {
      await report(error);
    }
    return handled;
  }

  function createAfterResponse(waitUntil: WebhookHandlerOptions['waitUntil']): AfterResponse {
    const keepAlive = (work: Promise<unknown>) => {
      callSafely(() => waitUntil?.(work)).catch((cause: unknown) =>
        report(createServerError('WEBHOOK_WAIT_UNTIL', {}, { cause })),
      );
    };
    return {
      finish: (work) => keepAlive(work.catch(report)),
      report(error) {
        const reporting = report(error);
        if (reporting) keepAlive(reporting);
      },
    };
  }

  const respond: RequestHandler = async (request, ...platform) => {
    const foreign = findForeignRequest(request);
    const afterResponse = createAfterResponse(findWaitUntil(platform) ?? options.waitUntil);
    const refuse = (error: WherebyError) => {
      afterResponse.report(error);
      return buildErrorResponse(error);
    };
    if (foreign)
      return respondOnPlatform(refuse(createServerError('HANDLER_REQUEST_INVALID', foreign)), [request, ...platform]);
    try {
      return await receive(request, afterResponse);
    } catch (problem) {
      // Anything else would be a mistake in an option of the app, such as `now`.
      const isKnown = problem instanceof WherebyError;
      return refuse(isKnown ? problem : createServerError('WEBHOOK_FAILED', {}, { cause: problem }));
    }
  };

  return Object.assign(respond, { handleAbandoned, drain: () => once.drain() });
}

/** What goes on after the response, for as long as the runtime lets it. */
interface AfterResponse {
  /** Reports the failure of work that goes on. */
  finish(work: Promise<unknown>): void;
  report(error: unknown): void;
}
