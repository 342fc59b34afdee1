import type { WherebyOptions } from '../client/readConfig.js';
import { findSecretProblem } from '../environment/findSecretProblem.js';
import { readEnvironment } from '../environment/readEnvironment.js';
import { fetchAllowedDomains } from '../client/fetchAllowedDomains.js';
import { WherebyError } from '../../errors/WherebyError.js';
import { verifyApiKey } from '../client/verifyApiKey.js';
import type { ApiKeyReport } from '../client/verifyApiKey.js';

export interface DoctorOptions extends WherebyOptions {
  /** The label before `.whereby.com`, or a room address. Default: that of one of the account's meetings. */
  readonly room?: string | undefined;
  /** The page that frames rooms: its address or origin. */
  readonly page?: string | undefined;
}

/** The result of one check. */
export interface Finding {
  readonly check: 'API key' | 'request budget' | 'clock' | 'allowed domains' | 'webhook secret';
  readonly status: 'good' | 'warning' | 'bad' | 'skipped';
  /** What was found and, unless it is good, what to do. Contains no secret. */
  readonly message: string;
}

/**
 * Checks what a meeting needs before it can be created and framed: the key, the request budget, the clock, the allowed
 * domains and the webhook secret. Every problem is a finding, not an error. Costs one point of the request budget.
 */
export async function doctor(options: DoctorOptions = {}): Promise<Finding[]> {
  const now = () => options.clock?.now() ?? Date.now();
  let skew: number | null = null;
  const fetch: typeof globalThis.fetch = async (...args) => {
    const response = await (options.fetch ?? globalThis.fetch)(...args);
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) skew = now() - date;
    return response;
  };
  const key = await verifyApiKey({ deadline: 15_000, ...options, fetch }).catch(onlyWherebyError);
  return [...checkKey(key), checkClock(skew), await checkDomains(options, key), checkWebhookSecret()];
}

function onlyWherebyError(error: unknown): WherebyError {
  if (error instanceof WherebyError) return error;
  throw error;
}

/** An error's text without the name of the package, which the report need not repeat. */
const describeError = (error: WherebyError): string =>
  `${error.message.replace(/^react-whereby-embed[^:]*: /, '')} [${error.code}]`;

function checkKey(key: ApiKeyReport | WherebyError): Finding[] {
  if (key instanceof WherebyError)
    return [
      { check: 'API key', status: 'bad', message: `It is unknown whether the key is good. ${describeError(key)}` },
    ];
  if (!key.valid) return [{ check: 'API key', status: 'bad', message: describeError(key.error) }];
  const { limit, remaining } = key.rateLimit;
  const low = remaining !== null && remaining < (limit ?? 100) / 10;
  return [
    { check: 'API key', status: 'good', message: 'The API accepts the key.' },
    {
      check: 'request budget',
      status: remaining === null ? 'skipped' : low ? 'warning' : 'good',
      message:
        remaining === null
          ? 'The API does not report it.'
          : `${remaining} of ${limit ?? 'an unknown number of'} points are left in this minute.${low ? ' Something calls the API often, so calls will have to wait.' : ''}`,
    },
  ];
}

function checkClock(skew: number | null): Finding {
  if (skew === null) return { check: 'clock', status: 'skipped', message: 'There is no response to compare it with.' };
  const seconds = Math.round(Math.abs(skew) / 1_000);
  return seconds <= 30
    ? { check: 'clock', status: 'good', message: "This machine's clock agrees with the API's." }
    : {
        check: 'clock',
        status: 'warning',
        message: `This machine's clock is ${seconds} seconds ${skew > 0 ? 'ahead of' : 'behind'} the API's. Webhook signatures carry a time and may be refused; set the clock.`,
      };
}

async function checkDomains({ room, page, fetch }: DoctorOptions, key: ApiKeyReport | WherebyError): Promise<Finding> {
  const check = 'allowed domains';
  const knownRoom = room ?? (key instanceof WherebyError || !key.valid ? null : key.roomUrl);
  if (knownRoom === null)
    return {
      check,
      status: 'skipped',
      message: 'No room is known. Name the label before .whereby.com, for example --room acme.',
    };
  try {
    const { origin, sources, allows } = await fetchAllowedDomains(knownRoom, { fetch });
    const list = sources === null ? 'every page' : sources.join(' ') || 'no page at all';
    if (page === undefined)
      return {
        check,
        status: 'good',
        message: `${origin} may be framed by: ${list}. Name your page with --page to check it.`,
      };
    if (!URL.canParse(page))
      return {
        check,
        status: 'bad',
        message: 'The page is not an address. Write all of it, for example https://app.acme.com.',
      };
    const from = new URL(page).origin;
    if (allows(page))
      return { check, status: 'good', message: `${origin} may be framed by ${from} (allowed: ${list}).` };
    return {
      check,
      status: 'bad',
      message: `${origin} may not be framed by ${from} (allowed: ${list}). Add it to the allowed domains in the Whereby dashboard; the room would stay blank and ignore commands.`,
    };
  } catch (error) {
    return { check, status: 'warning', message: describeError(onlyWherebyError(error)) };
  }
}

/** Reads the secret as the handler does. */
function checkWebhookSecret(): Finding {
  const check = 'webhook secret';
  const secret = readEnvironment('WHEREBY_WEBHOOK_SECRET');
  if (secret === undefined)
    return {
      check,
      status: 'warning',
      message: 'WHEREBY_WEBHOOK_SECRET is not set. Webhooks cannot be verified without it; set it if you receive any.',
    };
  const problem = findSecretProblem(secret);
  if (problem !== undefined)
    return {
      check,
      status: 'bad',
      message: `WHEREBY_WEBHOOK_SECRET ${problem}, so every webhook would be refused with 401. Set it to the secret alone, as the dashboard shows it.`,
    };
  return {
    check,
    status: 'good',
    message: 'WHEREBY_WEBHOOK_SECRET is set. Whether it is the one of the webhook, only a delivery shows.',
  };
}
