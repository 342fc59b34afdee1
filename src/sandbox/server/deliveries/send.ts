import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { startTimer } from '../../../time/startTimer.js';
import { toTimeLimit } from '../../../time/toTimeLimit.js';
import { signWebhook } from '../../../server/webhooks/signWebhook.js';
import type { Agents } from './createAgents.js';
import type { Attempt, DeliverySettings, Endpoint } from './types.js';

interface SendOptions {
  readonly endpoint: Endpoint;
  readonly body: string;
  readonly settings: DeliverySettings;
  /** The sandbox's time, for `signatureTime: sandbox`. */
  readonly now: () => number;
  /** The signature to use again, instead of a new one. */
  readonly signature?: string | null | undefined;
  readonly agents: Agents;
}

export interface SendResult {
  readonly attempt: Attempt;
  /** There was no response in time, as opposed to no connection. */
  readonly isTimeout: boolean;
}

/** How much of a response's body is kept, in characters: enough to read why it was refused. */
const KEPT = 2_000;

type Response =
  { readonly status: number; readonly body: string } | { readonly error: string; readonly isTimeout: boolean };

/** Makes one attempt. Never throws. */
export async function send({
  endpoint,
  body,
  settings,
  now,
  signature: given,
  agents,
}: SendOptions): Promise<SendResult> {
  const at = Date.now();
  const sign = () =>
    signWebhook({
      body,
      secret: settings.wrongSecret ?? endpoint.secret,
      timestamp: Math.floor((settings.signatureTime === 'real' ? at : now()) / 1_000) - settings.signatureAgeS,
    });
  const signature = settings.sign ? (given ?? (await sign())) : null;
  const response = await post(endpoint.url, body, signature, settings.timeoutMs, agents);
  const common = { at: new Date(at).toISOString(), signature, durationMs: Date.now() - at };
  return 'status' in response
    ? {
        attempt: { ...common, status: response.status, ...(response.body && { response: response.body }) },
        isTimeout: false,
      }
    : { attempt: { ...common, status: null, error: response.error }, isTimeout: response.isTimeout };
}

/**
 * Not `fetch`: it sends header names in lower case, and there are receivers that look for `Whereby-Signature` among the
 * raw headers, spelled as the service documents it. It also follows no redirect by itself.
 */
const post = (url: string, body: string, signature: string | null, timeoutMs: number, agents: Agents) =>
  new Promise<Response>((resolve) => {
    const isSecure = url.startsWith('https:');
    const request = (isSecure ? requestHttps : requestHttp)(url, {
      method: 'POST',
      agent: isSecure ? agents.https : agents.http,
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        'User-Agent': 'react-whereby-embed-sandbox',
        ...(signature ? { 'Whereby-Signature': signature } : {}),
      },
    });
    let received: Response | undefined;
    const stopTimer = startTimer(() => {
      resolve(received ?? { error: `no answer in ${timeoutMs} ms`, isTimeout: true });
      request.destroy();
    }, toTimeLimit(timeoutMs));
    // `close` comes last, whatever happened before.
    request.on('close', stopTimer);
    request.on('response', (response) => {
      const answer = { status: response.statusCode ?? 0, body: '' };
      received = answer;
      response.setEncoding('utf8');
      // The body is read to its end so that the connection can be used again.
      response.on('data', (chunk: string) => {
        if (answer.body.length < KEPT) answer.body = (answer.body + chunk).slice(0, KEPT);
      });
      response.on('close', () => resolve(answer));
      response.on('error', () => undefined);
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      // The receiver closed an idle connection just as it was used: https://nodejs.org/api/http.html#requestreusedsocket
      if (request.reusedSocket && error.code === 'ECONNRESET')
        return resolve(post(url, body, signature, timeoutMs, agents));
      // An attempt at several addresses has a code and no message.
      resolve({ error: error.message || error.code || 'connection failed', isTimeout: false });
    });
    request.end(body);
  });
