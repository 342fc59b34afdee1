import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda';

const parseUrl = (request: IncomingMessage) => new URL(request.url ?? '/', 'http://localhost');

/** What API Gateway calls a function with for a request, in payload format 1.0: names of headers as they were sent. */
export function toEventV1(request: IncomingMessage, body: Buffer): APIGatewayProxyEvent {
  const { pathname, searchParams } = parseUrl(request);
  const multiValueHeaders: Record<string, string[]> = {};
  for (let at = 0; at < request.rawHeaders.length; at += 2)
    (multiValueHeaders[request.rawHeaders[at]!] ??= []).push(request.rawHeaders[at + 1]!);
  const isJson = request.headers['content-type'] === 'application/json';
  return {
    resource: '/{proxy+}',
    path: pathname,
    httpMethod: request.method!,
    headers: Object.fromEntries(Object.entries(multiValueHeaders).map(([name, values]) => [name, values.at(-1)])),
    multiValueHeaders,
    queryStringParameters: searchParams.size > 0 ? Object.fromEntries(searchParams) : null,
    multiValueQueryStringParameters:
      searchParams.size > 0
        ? Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]))
        : null,
    pathParameters: null,
    stageVariables: null,
    requestContext: { stage: 'prod', path: `/prod${pathname}` } as APIGatewayProxyEvent['requestContext'],
    body: body.length > 0 ? body.toString(isJson ? 'utf8' : 'base64') : null,
    isBase64Encoded: !isJson,
  };
}

/** The same in payload format 2.0, which function URLs have too: one value for each header, cookies apart. */
export function toEventV2(request: IncomingMessage, body: Buffer): APIGatewayProxyEventV2 {
  const { pathname, search } = parseUrl(request);
  const { cookie, ...headers } = request.headers;
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    ...(cookie && { cookies: cookie.split('; ') }),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    requestContext: {
      http: { method: request.method!, path: pathname },
    } as APIGatewayProxyEventV2['requestContext'],
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  };
}
