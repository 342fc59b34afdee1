import { createServerError } from '../../errors/createServerError.js';
import { decodeBase64 } from '../crypto/decodeBase64.js';
import type { RequestHandler } from '../http/RequestHandler.js';
import { readResponse } from './readResponse.js';
import { toHeaders } from './toHeaders.js';

type Values<Value> = Readonly<Record<string, Value | undefined>> | null | undefined;

/** What API Gateway (both payload formats), function URLs and load balancers call a Lambda function with. */
export interface LambdaEvent {
  readonly version?: string;
  readonly httpMethod?: string;
  readonly path?: string;
  readonly rawPath?: string;
  readonly rawQueryString?: string;
  readonly cookies?: readonly string[] | undefined;
  readonly headers?: Values<string>;
  readonly multiValueHeaders?: Values<readonly string[]>;
  readonly queryStringParameters?: Values<string>;
  readonly multiValueQueryStringParameters?: Values<readonly string[]>;
  readonly body?: string | null | undefined;
  readonly isBase64Encoded?: boolean;
  readonly requestContext?: object;
}

export interface LambdaResult {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  /** Only if the event has them too: a load balancer reads one or the other. */
  readonly multiValueHeaders?: Record<string, string[]>;
  readonly cookies?: string[];
  readonly body: string;
  readonly isBase64Encoded: false;
}

/**
 * Adapts a handler to AWS Lambda behind API Gateway (payload format 1.0 or 2.0), a function URL or a load balancer:
 * `export const handler = toLambdaHandler(webhooks)`. Functions of Netlify in their older form work as well.
 */
export const toLambdaHandler =
  (handler: RequestHandler) =>
  async (event: LambdaEvent, context?: unknown): Promise<LambdaResult> => {
    const { status, headers, cookies, body } = await readResponse(await handler(buildRequest(event), context));
    const { multiValueHeaders } = event;
    return {
      statusCode: status,
      headers: { ...headers },
      ...(multiValueHeaders && {
        multiValueHeaders: {
          ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
          ...(cookies.length > 0 && { 'set-cookie': [...cookies] }),
        },
      }),
      ...(cookies.length > 0 && !multiValueHeaders && { cookies: [...cookies] }),
      body: new TextDecoder().decode(body),
      isBase64Encoded: false,
    };
  };

function buildRequest(event: LambdaEvent): Request {
  const method = event.httpMethod ?? readHttp(event)?.method;
  const path = event.rawPath ?? event.path ?? readHttp(event)?.path;
  if (method === undefined || path === undefined)
    throw createServerError('HANDLER_REQUEST_INVALID', {
      got: 'an event of AWS Lambda that is not an HTTP request',
      write: 'a trigger of API Gateway, of a function URL or of a load balancer for this function',
    });
  const headers = toHeaders(event.multiValueHeaders ?? event.headers ?? {});
  if (event.cookies && event.cookies.length > 0) headers.set('cookie', event.cookies.join('; '));
  const query = event.rawQueryString ?? buildQuery(event);
  const origin = `${headers.get('x-forwarded-proto')?.split(',')[0] ?? 'https'}://${headers.get('host') ?? 'localhost'}`;
  const target = `${path}${query && `?${query}`}`;
  const url = URL.canParse(origin + target) ? origin + target : `https://localhost${target}`;
  const body = method === 'GET' || method === 'HEAD' ? undefined : event.body;
  const bytes = body && event.isBase64Encoded ? decodeBase64(body) : body;
  return new Request(url, { method, headers, ...(bytes && { body: bytes }) });
}

const readHttp = ({ requestContext }: LambdaEvent) =>
  (requestContext as { readonly http?: { readonly method?: string; readonly path?: string } } | undefined)?.http;

function buildQuery({ queryStringParameters, multiValueQueryStringParameters }: LambdaEvent): string {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(multiValueQueryStringParameters ?? {}))
    for (const value of values ?? []) query.append(name, value);
  for (const [name, value] of Object.entries(queryStringParameters ?? {}))
    if (value !== undefined && !query.has(name)) query.set(name, value);
  return query.toString();
}
