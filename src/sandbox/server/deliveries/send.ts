import { signWebhook } from '../../../server/webhooks/signWebhook.js';
import type { Attempt, DeliverySettings, Endpoint } from './types.js';

/** One attempt: the body as it is, signed or with the signature given. Never throws. */
export async function send(
  endpoint: Endpoint,
  body: string,
  settings: DeliverySettings,
  sandboxNow: () => number,
  signedBefore?: string | null,
): Promise<Attempt> {
  const at = Date.now();
  const signature = settings.sign
    ? (signedBefore ??
      (await signWebhook({
        body,
        secret: settings.wrongSecret ?? endpoint.secret,
        timestamp: Math.floor((settings.signatureTime === 'real' ? at : sandboxNow()) / 1_000),
      })))
    : null;
  const about = { at: new Date(at).toISOString(), signature };
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
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    await response.arrayBuffer();
    return { ...about, status: response.status, durationMs: Date.now() - at };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return {
      ...about,
      status: null,
      error: timedOut ? `no answer in ${settings.timeoutMs} ms` : cause || 'connection failed',
      durationMs: Date.now() - at,
    };
  }
}

/** Whether an attempt is made again. */
export function shouldRetry({ status, error }: Attempt, { retryAlso }: DeliverySettings): boolean {
  if (status === null) return error?.startsWith('no answer') === true || retryAlso.includes('connection');
  if (status >= 500) return true;
  if (status >= 400) return retryAlso.includes('4xx');
  return status >= 300 && retryAlso.includes('3xx');
}
