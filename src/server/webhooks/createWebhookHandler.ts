import { WherebyError } from '../../errors/WherebyError.js';
import { webhookEvents } from './events.js';
import { done, refuse, statusOf } from './handler/answer.js';
import { deadlineIn, late } from './handler/deadline.js';
import { dispatch } from './handler/dispatch.js';
import { HandleOnce } from './handler/handleOnce.js';
import type { WebhookHandlerOptions } from './handler/options.js';
import { readBody } from './handler/readBody.js';
import { isWebhookEventType } from './readEvent.js';
import { resolveSecrets } from './secrets.js';
import { memoryStore } from './stores/memoryStore.js';
import { checkTolerance, defaultTolerance } from './tolerance.js';
import { verifyWebhook } from './verifyWebhook.js';

const complain = (error: unknown, { status }: { readonly status: number }) => {
  if (status >= 500) console.error(error);
};

function checkOptions({ on = {}, answerWithin = 1, maxBodyBytes = 1 }: WebhookHandlerOptions): void {
  const stranger = Object.keys(on).find((type) => !isWebhookEventType(type));
  const problem =
    stranger !== undefined
      ? `\`on\` names "${stranger}", which is no type of event. Known are ${Object.keys(webhookEvents).join(', ')}; for others use \`onUnknown\`.`
      : !(answerWithin > 0)
        ? '`answerWithin` must be milliseconds above 0.'
        : !(maxBodyBytes > 0)
          ? '`maxBodyBytes` must be above 0.'
          : undefined;
  if (problem) throw new WherebyError('WEBHOOK_OPTIONS_INVALID', problem);
}

function checkRequest({ method, headers }: Request): void {
  if (method !== 'POST')
    throw new WherebyError('WEBHOOK_METHOD', `webhooks are sent with POST, this is a ${method} request.`);
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type && type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type))
    throw new WherebyError(
      'WEBHOOK_CONTENT_TYPE',
      'webhooks are sent as application/json, this body is something else.',
    );
}

const isHealth = ({ method, url }: Request) =>
  (method === 'GET' || method === 'HEAD') && /\/health\/?$/.test(new URL(url).pathname);

const tooLate = () =>
  new WherebyError(
    'WEBHOOK_LATE',
    'the event is not handled yet and the sender is about to hang up. Handling goes on; the next request for the same ' +
      'event finds it done. Do slow work elsewhere (a queue), or set `late: "accept"`.',
  );

/**
 * An endpoint for webhooks: checks the signature of a request, runs the function for its event exactly once however
 * often it is sent, and answers in time. For any server that speaks `Request` and `Response`; it takes `POST` under
 * any path and must get the body unread.
 *
 * | Status | When |
 * |---|---|
 * | 200 | handled, now or before; unknown types too |
 * | 202 | handling goes on (`late: 'accept'`) |
 * | 400 | rightly signed, but no event |
 * | 401 | no signature, a wrong one, or one too old or in the future |
 * | 405, 408, 413, 415 | not a POST; body too slow; too large; not JSON |
 * | 500 | a function failed, or the body was parsed before: sent again |
 * | 503 | the store failed, or handling takes longer than `answerWithin`: sent again |
 *
 * Throws `WEBHOOK_SECRET_MISSING` or `WEBHOOK_OPTIONS_INVALID` when called; the function it answers never rejects.
 */
export function createWebhookHandler(options: WebhookHandlerOptions): (request: Request) => Promise<Response> {
  const {
    tolerance = defaultTolerance,
    now = Date.now,
    store = memoryStore(),
    onError = complain,
    answerWithin = 4000,
    late: whenLate = 'retry',
    waitUntil,
    maxBodyBytes = 1_048_576,
    health = false,
  } = options;
  const secret = resolveSecrets(options.secret);
  checkTolerance(tolerance);
  checkOptions(options);
  const once = new HandleOnce(store);

  const tell = (error: unknown, status: number) => {
    try {
      onError(error, { status });
    } catch (again) {
      // A function that reports errors must not turn an answer into a crash.
      console.error(again);
    }
  };

  async function receive(request: Request): Promise<Response> {
    if (health && isHealth(request)) return done(200, 'healthy');
    checkRequest(request);
    const deadline = deadlineIn(answerWithin);
    const body = await deadline.race(readBody(request, maxBodyBytes));
    if (body === late)
      throw new WherebyError('WEBHOOK_BODY_SLOW', `the body did not come whole within ${answerWithin} ms.`);
    const event = await verifyWebhook({
      body,
      signature: request.headers.get('whereby-signature'),
      secret,
      tolerance,
      now,
    });

    let own = false;
    const work = once.run(
      event,
      deadline,
      () => dispatch(event, options),
      () => (own = true),
    );
    const result = await deadline.race(work);
    if (result !== late) return done(200, result);
    const rest = work.catch((error: unknown) => tell(error, error instanceof WherebyError ? statusOf(error) : 500));
    waitUntil?.(rest);
    // An event that is not claimed is not safe with anyone: only the sender has it.
    if (whenLate === 'accept' && own) return done(202, 'accepted');
    throw tooLate();
  }

  return async (request) => {
    try {
      return await receive(request);
    } catch (problem) {
      const error =
        problem instanceof WherebyError
          ? problem
          : new WherebyError('WEBHOOK_BODY_INVALID', 'the request broke off before its body was whole.', {
              cause: problem,
            });
      tell(error, statusOf(error));
      return refuse(error);
    }
  };
}
