import { startTimer } from '../../../time/startTimer.js';
import { toTimeLimit } from '../../../time/toTimeLimit.js';
import { signWebhook } from '../../../server/webhooks/signWebhook.js';
import type { Attempt, DeliverySettings, Endpoint } from './types.js';

interface SendOptions {
  readonly endpoint: Endpoint;
  readonly body: string;
  readonly settings: DeliverySettings;
  /** The sandbox's time, for `signatureTime: sandbox`. */
  readonly now: () => number;
  /** The signature to use again, instead of a new one. */
  readonly signature?: string | null | undefined;
}

export interface SendResult {
  readonly attempt: Attempt;
  /** There was no response in time, as opposed to no connection. */
  readonly isTimeout: boolean;
}

/** Makes one attempt. Never throws. */
export async function send({ endpoint, body, settings, now, signature: given }: SendOptions): Promise<SendResult> {
  const at = Date.now();
  const sign = () =>
    signWebhook({
      body,
      secret: settings.wrongSecret ?? endpoint.secret,
      timestamp: Math.floor((settings.signatureTime === 'real' ? at : now()) / 1_000),
    });
  const signature = settings.sign ? (given ?? (await sign())) : null;
  const common = { at: new Date(at).toISOString(), signature };
  const controller = new AbortController();
  const stopTimer = startTimer(() => controller.abort(), toTimeLimit(settings.timeoutMs));
  try {
    const response = await fetch(endpoint.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'react-whereby-embed-sandbox',
        ...(signature ? { 'whereby-signature': signature } : {}),
      },
      body,
      redirect: 'manual',
      signal: controller.signal,
    });
    // Reads the body so that the connection can be used again.
    await response.arrayBuffer();
    return {
      attempt: { ...common, status: response.status, durationMs: Date.now() - at },
      isTimeout: false,
    };
  } catch (error) {
    const isTimeout = controller.signal.aborted;
    const problem = isTimeout ? `no answer in ${settings.timeoutMs} ms` : describeFailure(error);
    return { attempt: { ...common, status: null, error: problem, durationMs: Date.now() - at }, isTimeout };
  } finally {
    stopTimer();
  }
}

/** Node's fetch has the reason, such as ECONNREFUSED, in the cause. */
function describeFailure(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return cause || 'connection failed';
}
