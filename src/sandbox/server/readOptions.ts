import { randomBytes } from 'node:crypto';
import { createServerError } from '../../errors/createServerError.js';
import { isLoopback } from '../../params/isLoopback.js';
import { checkRules } from '../core/checkRules.js';
import { checkWait } from '../core/checkWait.js';
import { checkDeliverySettings } from './deliveries/checkDeliverySettings.js';
import { readSeed } from './readSeed.js';
import type { SandboxOptions } from './SandboxOptions.js';

const isHttpUrl = (url: string) => URL.canParse(url) && /^https?:/.test(url);

function readRoomOrigin(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (isHttpUrl(given)) {
    const { origin, pathname, search } = new URL(given);
    if (pathname === '/' && !search) return origin;
  }
  throw createServerError('SANDBOX_OPTION_INVALID', {
    problem: `\`roomOrigin\` must be an origin such as "https://acme.whereby.com", got "${given}"`,
  });
}

const readSubdomain = (roomOrigin = '') => /^https?:\/\/([^.]+)\.whereby\.com$/.exec(roomOrigin)?.[1];

function readWebhooks(webhooks: SandboxOptions['webhooks'] = []) {
  const endpoints = webhooks.map((webhook) => (typeof webhook === 'string' ? { url: webhook } : webhook));
  for (const { url } of endpoints)
    if (!isHttpUrl(url))
      throw createServerError('SANDBOX_OPTION_INVALID', {
        problem: `\`webhooks\` must hold http or https URLs, got "${url}"`,
      });
  return endpoints;
}

/**
 * Checks the options and fills in the defaults. Keys and secret are random if other machines can reach the sandbox.
 * Throws `SANDBOX_OPTION_INVALID` or `SANDBOX_SEED_INVALID`.
 */
export function readOptions(options: SandboxOptions) {
  const host = options.host ?? '127.0.0.1';
  const createSecret = (name: string) => (isLoopback(host) ? name : `${name}_${randomBytes(16).toString('hex')}`);
  const roomOrigin = readRoomOrigin(options.roomOrigin);
  checkRules(options.rules ?? {});
  checkDeliverySettings(options.delivery ?? {});
  if (options.api?.insightsLagMs !== undefined) checkWait('api.insightsLagMs', options.api.insightsLagMs);
  return {
    host,
    port: options.port ?? 0,
    apiKey: options.apiKey ?? createSecret('sandbox_api_key'),
    restrictedApiKey: options.restrictedApiKey ?? createSecret('sandbox_restricted_api_key'),
    webhookSecret: options.webhookSecret ?? createSecret('sandbox_webhook_secret'),
    roomOrigin,
    subdomain: options.subdomain ?? readSubdomain(roomOrigin) ?? 'sandbox',
    allowedDomains: options.allowedDomains ?? null,
    seed: options.seed && readSeed(options.seed),
    endpoints: readWebhooks(options.webhooks),
  };
}
