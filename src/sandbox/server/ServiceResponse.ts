import { ServerResponse } from 'node:http';
import type { OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http';

/** Headers whose spelling is not one capital after each hyphen. */
const spellings: Readonly<Record<string, string>> = {
  etag: 'ETag',
  'x-ratelimit-limit': 'X-RateLimit-Limit',
  'x-ratelimit-remaining': 'X-RateLimit-Remaining',
  'x-ratelimit-reset': 'X-RateLimit-Reset',
};

const spell = (name: string): string =>
  spellings[name] ?? name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

const spellAll = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [spell(name.toLowerCase()), value]));

type HeadersArgument = OutgoingHttpHeaders | OutgoingHttpHeader[];

/**
 * Spells the names of headers as the service documents them, such as `X-RateLimit-Reset`. Hono's are in lower case, as
 * in every `Headers`. Names of headers have no case, but there are clients that compare the raw ones.
 */
export class ServiceResponse extends ServerResponse {
  override writeHead(status: number, first?: string | HeadersArgument, second?: HeadersArgument): this {
    const headers = typeof first === 'string' ? second : first;
    const spelled = headers === undefined || Array.isArray(headers) ? headers : spellAll(headers);
    return typeof first === 'string' ? super.writeHead(status, first, spelled) : super.writeHead(status, spelled);
  }
}
