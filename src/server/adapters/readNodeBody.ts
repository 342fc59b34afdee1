import { hasMethod, readProperty } from '../http/readProperty.js';
import type { NodeRequest } from './NodeMessages.js';

/** What is left of the body of a Node request. `parsed`: only what a body parser made of it. */
export type NodeBody = { readonly raw: BodyInit | null } | { readonly parsed: unknown };

/**
 * Finds the body of a Node request, wherever a platform or a body parser left it.
 * @param sources where it may be besides the request itself, such as Fastify's or Koa's own request
 */
export function readNodeBody(request: NodeRequest, ...sources: readonly unknown[]): NodeBody {
  if (request.method === 'GET' || request.method === 'HEAD') return { raw: null };
  const owners = [...sources, request];
  // Cloud Functions, Firebase, raw-body plugins, and the `verify` option of body-parser keep the bytes here.
  const kept = owners.map((owner) => readProperty(owner, 'rawBody')).find(isRaw);
  if (kept !== undefined) return { raw: toBodyInit(kept) };
  const stream = [...sources.map((source) => readProperty(source, 'body')), request].find(isUnread);
  if (stream) return { raw: toWebStream(stream) };
  // `express.raw()` and `express.text()` put what they read here.
  const body = owners
    .map((owner) => readProperty(owner, 'body'))
    .find((value) => value !== undefined && !isStream(value));
  if (isRaw(body)) return { raw: toBodyInit(body) };
  return body === undefined || isLeftByNoBody(request, body) ? { raw: null } : { parsed: body };
}

const isRaw = (value: unknown): value is string | Uint8Array => typeof value === 'string' || ArrayBuffer.isView(value);

const toBodyInit = (raw: string | Uint8Array): BodyInit => (typeof raw === 'string' ? raw : new Uint8Array(raw));

const isStream = (value: unknown): value is NodeRequest => hasMethod(value, 'on') && hasMethod(value, 'resume');

const isUnread = (value: unknown): value is NodeRequest =>
  isStream(value) && value.readableDidRead !== true && value.readableEnded !== true;

/** Express 4 leaves an empty object if there was no body. */
const isLeftByNoBody = ({ headers }: NodeRequest, body: unknown): boolean =>
  typeof body === 'object' &&
  Object.keys(body ?? {}).length === 0 &&
  !(Number(headers['content-length']) > 0) &&
  headers['transfer-encoding'] === undefined;

/** A Node stream as a web stream. Cancelling it leaves the connection open, so that a response can still be sent. */
function toWebStream(source: NodeRequest): ReadableStream<Uint8Array> {
  let stop = (): void => undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const onData = (chunk: Uint8Array | string): void => {
        controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : new Uint8Array(chunk));
        if ((controller.desiredSize ?? 0) <= 0) source.pause();
      };
      const onEnd = (): void => {
        stop();
        controller.close();
      };
      const onBreak = (): void => {
        stop();
        controller.error(new Error('The connection was closed before the body was complete.'));
      };
      stop = () => {
        source.off('data', onData);
        source.off('end', onEnd);
        source.off('aborted', onBreak);
        source.off('error', onBreak);
        source.off('close', onBreak);
        // A later error of the connection has no other listener, which would end the process.
        source.on('error', () => undefined);
      };
      source.on('data', onData);
      source.on('end', onEnd);
      source.on('aborted', onBreak);
      source.on('error', onBreak);
      source.on('close', onBreak);
      source.pause();
    },
    pull() {
      source.resume();
    },
    cancel() {
      stop();
      source.resume();
    },
  });
}
