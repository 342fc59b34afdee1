import { createServerError } from '../../errors/createServerError.js';
import { readEnvironment } from '../environment/readEnvironment.js';
import { readCount } from './readCount.js';
import { realClock } from './realClock.js';
import type { Clock } from './realClock.js';
import { readTimeLimit } from './readTimeLimit.js';

export interface WherebyOptions {
  /** The secret key of your account. Default: the environment variable `WHEREBY_API_KEY`. */
  readonly apiKey?: string | undefined;
  /** Address of the API. Default: the environment variable `WHEREBY_API_URL`, else `https://api.whereby.dev/v1`. */
  readonly baseUrl?: string | undefined;
  /** Used instead of the runtime's `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds one attempt may take, including its body. Default 30,000; 0 and `Infinity` mean no limit. */
  readonly timeout?: number | undefined;
  /** Milliseconds a whole call may take, including repeats and waiting. Default 120,000; 0 and `Infinity` mean no limit. */
  readonly deadline?: number | undefined;
  /** How often a failed attempt is repeated. Default 2; `Infinity` means until the deadline. */
  readonly maxRetries?: number | undefined;
  /** Replaces time and randomness in tests. */
  readonly clock?: Clock | undefined;
}

export interface Config {
  readonly apiKey: string;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly timeout: number;
  readonly deadline: number;
  readonly maxRetries: number;
  readonly clock: Clock;
}

const realApi = 'https://api.whereby.dev/v1';

/**
 * Completes and checks the options of the client.
 * @throws WherebyError `API_KEY_MISSING`, `API_KEY_INVALID` or `CLIENT_OPTION_INVALID`
 */
export function readConfig(options: WherebyOptions): Config {
  const { timeout = 30_000, deadline = 120_000, maxRetries = 2 } = options;
  return {
    apiKey: readKey(options.apiKey ?? readEnvironment('WHEREBY_API_KEY')),
    baseUrl: readBaseUrl(options.baseUrl ?? readEnvironment('WHEREBY_API_URL') ?? realApi),
    // Looked up at each call: instrumentation and test tools replace it after modules are loaded.
    fetch: options.fetch ?? ((...args) => globalThis.fetch(...args)),
    timeout: readTimeLimit('timeout', timeout),
    deadline: readTimeLimit('deadline', deadline),
    maxRetries: readCount('maxRetries', maxRetries),
    clock: options.clock ?? realClock,
  };
}

function readKey(apiKey: unknown): string {
  if (apiKey === undefined || apiKey === null || apiKey === '') throw createServerError('API_KEY_MISSING');
  // Secrets read from files often end with a line break.
  const key = typeof apiKey === 'string' ? apiKey.trim() : '';
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw createServerError('API_KEY_INVALID');
}

function readBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password || url.search || url.hash)
    throw createServerError('CLIENT_OPTION_INVALID', {
      problem: `\`baseUrl\` (or WHEREBY_API_URL) must be an http or https URL without user name, query or fragment, such as ${realApi}`,
    });
  if (url.protocol === 'http:' && /(^|\.)whereby\.(dev|com)$/.test(url.hostname))
    throw createServerError('CLIENT_OPTION_INVALID', {
      problem: '`baseUrl` (or WHEREBY_API_URL) must be https, because the API key is sent there',
    });
  return url.href.replace(/\/+$/, '');
}
