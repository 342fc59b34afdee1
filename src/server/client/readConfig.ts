import { createServerError } from '../../errors/createServerError.js';
import { callInTime } from '../callInTime.js';
import { findSecretProblem } from '../environment/findSecretProblem.js';
import { readEnvironment } from '../environment/readEnvironment.js';
import { requireNumber } from './requireNumber.js';
import { realClock } from './realClock.js';
import type { Clock } from './realClock.js';
import { readTimeLimit } from './readTimeLimit.js';

export interface WherebyOptions {
  /**
   * The secret key of your account. Default: the environment variable `WHEREBY_API_KEY`, read at the first call, because
   * builds import modules where secrets are not set. A function is called before each call, so that a key is rotated
   * without a restart; it may be async, and should keep what it fetches.
   */
  readonly apiKey?: string | (() => string | undefined | Promise<string | undefined>) | undefined;
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

/** Where calls go, and with which key. */
export interface Account {
  readonly apiKey: string;
  /** Without a trailing slash. */
  readonly baseUrl: string;
}

export interface Config {
  /** Rejects with what is wrong with the key or the address. */
  readonly readAccount: () => Promise<Account>;
  readonly fetch: typeof globalThis.fetch;
  /** Whether `fetch` is the runtime's own. */
  readonly usesOwnFetch: boolean;
  readonly timeout: number;
  readonly deadline: number;
  readonly maxRetries: number;
  readonly clock: Clock;
}

const realApi = 'https://api.whereby.dev/v1';

/**
 * Completes the options of the client. What is passed is checked at once, what comes from the environment at the first
 * call.
 * @throws WherebyError `API_KEY_INVALID` or `CLIENT_OPTION_INVALID`
 */
export function readConfig(options: WherebyOptions): Config {
  const { timeout = 30_000, deadline = 120_000, maxRetries = 2 } = options;
  const readApiKey = createKeyReader(options.apiKey);
  const baseUrl = isMissing(options.baseUrl) ? undefined : readBaseUrl(options.baseUrl);
  return {
    readAccount: async () => ({
      apiKey: await readApiKey(),
      baseUrl: baseUrl ?? readBaseUrl(readEnvironment('WHEREBY_API_URL') ?? realApi),
    }),
    // Looked up at each call: instrumentation and test tools replace it after modules are loaded.
    fetch: options.fetch ?? ((...args) => globalThis.fetch(...args)),
    usesOwnFetch: options.fetch === undefined,
    timeout: readTimeLimit('timeout', timeout),
    deadline: readTimeLimit('deadline', deadline),
    maxRetries: requireNumber('maxRetries', maxRetries),
    clock: options.clock ?? realClock,
  };
}

const isMissing = (value: unknown): value is undefined | null | '' =>
  value === undefined || value === null || value === '';

/** A key that was passed is checked at once, the others when they are read. */
function createKeyReader(passed: WherebyOptions['apiKey']): () => string | Promise<string> {
  if (typeof passed === 'function')
    return async () => {
      const key = await callInTime('apiKey', passed);
      if (isMissing(key)) throw createServerError('API_KEY_MISSING');
      return readKey(key);
    };
  if (isMissing(passed)) return () => readKeyFromEnvironment(passed);
  const key = readKey(passed);
  return () => key;
}

/** An empty key that was passed is an environment variable that the app read itself, so it is not replaced. */
function readKeyFromEnvironment(passed: unknown): string {
  const key = passed === '' ? undefined : readEnvironment('WHEREBY_API_KEY');
  if (key === undefined) throw createServerError('API_KEY_MISSING');
  const problem = findSecretProblem(key);
  if (problem !== undefined) throw createServerError('API_KEY_INVALID', { problem });
  return readKey(key);
}

function readKey(apiKey: unknown): string {
  // Secrets read from files often end with a line break.
  const key = typeof apiKey === 'string' ? apiKey.trim() : '';
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw createServerError('API_KEY_INVALID', {
    problem: 'is not a string, is empty, or contains characters that no header can carry',
  });
}

const optionName = '`baseUrl` (or WHEREBY_API_URL)';

function readBaseUrl(given: unknown): string {
  const text = typeof given === 'string' ? given.trim() : '';
  if (/^["'`“”‘’]|["'`“”‘’]$/.test(text))
    throw invalid(`${optionName} is in quotation marks: write the address without them`);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password || url.search || url.hash)
    throw invalid(
      `${optionName} must be an http or https URL without user name, query or fragment, such as ${realApi}`,
    );
  // A dot at the end of a host is the same host (https://www.rfc-editor.org/rfc/rfc1034#section-3.1).
  url.hostname = url.hostname.replace(/\.+$/, '');
  if (/(^|\.)whereby\.(dev|com)$/.test(url.hostname)) {
    if (url.protocol === 'http:') throw invalid(`${optionName} must be https, because the API key is sent there`);
    if (url.hostname.endsWith('.com')) throw invalid(`${optionName} is a host of rooms: the API is at ${realApi}`);
  }
  return url.href.replace(/\/+$/, '');
}

const invalid = (problem: string) => createServerError('CLIENT_OPTION_INVALID', { problem });
