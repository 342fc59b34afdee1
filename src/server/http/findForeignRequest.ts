import { hasMethod, readProperty } from './readProperty.js';

/** What a handler was called with instead of a web-standard request, and what to write instead. */
export interface ForeignRequest {
  readonly got: string;
  /** The end of the sentence "Write …". */
  readonly write: string;
}

/**
 * Whether a value is a web-standard request. By its members rather than by `instanceof`: platforms and test runners have
 * classes of their own.
 */
export const isWebRequest = (value: unknown): value is Request =>
  hasMethod(readProperty(value, 'headers'), 'get') &&
  hasMethod(value, 'arrayBuffer') &&
  typeof readProperty(value, 'method') === 'string' &&
  typeof readProperty(value, 'url') === 'string';

const isNodeRequest = (value: unknown): boolean =>
  hasMethod(value, 'on') && typeof readProperty(value, 'headers') === 'object';

/** Recognises what frameworks call their handlers with. Undefined for a web-standard request. */
export function findForeignRequest(value: unknown): ForeignRequest | undefined {
  if (isWebRequest(value)) return undefined;
  const inner = readProperty(value, 'req');
  if (isWebRequest(readProperty(inner, 'raw')))
    return { got: 'the context of Hono', write: '`(context) => handler(context.req.raw)`' };
  // Before Koa, whose context has a `request` of another kind: SvelteKit, Remix, Astro and Cloudflare Pages.
  if (isWebRequest(readProperty(value, 'request')))
    return { got: 'an event that contains the request', write: '`({ request }) => handler(request)`' };
  if (isWebRequest(inner)) return { got: 'an event that contains the request', write: '`({ req }) => handler(req)`' };
  if (isNodeRequest(inner) && readProperty(value, 'app') !== undefined)
    return { got: 'the context of Koa', write: '`toKoaMiddleware(handler)`, of react-whereby-embed/server' };
  if (isNodeRequest(readProperty(value, 'raw')))
    return {
      got: 'a request of Fastify',
      write: '`app.register(toFastifyPlugin(handler), { prefix: "/the/path" })`, of react-whereby-embed/server',
    };
  if (isNodeRequest(readProperty(readProperty(value, 'node'), 'req')))
    return { got: 'an event of h3 (Nuxt, Nitro)', write: '`(event) => handler(toWebRequest(event))`, of h3' };
  if (isNodeRequest(value))
    return {
      got: readProperty(value, 'originalUrl') === undefined ? 'a request of Node' : 'a request of Express',
      write: '`toNodeListener(handler)`, of react-whereby-embed/server',
    };
  if (readProperty(value, 'httpMethod') !== undefined || readProperty(value, 'requestContext') !== undefined)
    return { got: 'an event of AWS Lambda', write: '`toLambdaHandler(handler)`, of react-whereby-embed/server' };
  const got = value === undefined || value === null ? 'nothing' : `something else (${describeType(value)})`;
  return { got, write: '`handler(request)`, with a web-standard `Request`' };
}

const describeType = (value: unknown): string =>
  typeof value === 'object' ? (value?.constructor?.name ?? 'an object') : typeof value;
