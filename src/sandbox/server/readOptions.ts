import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { createServerError } from '../../errors/createServerError.js';
import { isLoopback } from '../../params/isLoopback.js';
import { isObject } from '../../server/isObject.js';
import { checkRules } from '../core/checkRules.js';
import { checkWait } from '../core/checkWait.js';
import { checkDeliverySettings } from './deliveries/checkDeliverySettings.js';
import { fault } from './faultSchema.js';
import { readSeed } from './readSeed.js';
import { readSnapshot } from './readSnapshot.js';
import type { SandboxOptions } from './SandboxOptions.js';
import { isPort, portRange } from './validation/isPort.js';
import { parseInput } from './validation/parseInput.js';
import { objectWith } from './validation/schemas.js';
import { apiBehaviour, deliverySettings, rules } from './validation/settings.js';

const createOptionError = (problem: string) => createServerError('SANDBOX_OPTION_INVALID', { problem });

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const texts = v.array(text);

export const port = v.pipe(v.number(), v.check(isPort, `must be ${portRange}`));

const httpUrl = v.pipe(
  v.string(),
  v.check((url) => URL.canParse(url) && /^https?:/.test(url), 'must be an http or https URL'),
);

/** An origin as browsers write it. A slash at its end is dropped; a path is no part of one. */
export const origin = v.pipe(
  v.string(),
  v.check((url) => {
    if (!URL.canParse(url)) return false;
    const { pathname, search, hash, host } = new URL(url);
    return host !== '' && ['', '/'].includes(pathname) && !search && !hash;
  }, 'must be an origin such as "https://acme.whereby.com"'),
  v.transform((url) => {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  }),
);

const httpOrigin = v.pipe(
  origin,
  v.check((url) => /^https?:/.test(url), 'must be an http or https origin such as "https://acme.whereby.com"'),
);

const optional = v.exactOptional;

// Seed and snapshot have errors of their own: `readSeed` and `readSnapshot` check them.
const optionsSchema = objectWith({
  port: optional(port),
  host: optional(text),
  allowedHosts: optional(texts),
  tls: optional(objectWith({ key: text, cert: text, port: optional(port) })),
  roomOrigin: optional(httpOrigin),
  subdomain: optional(text),
  apiKey: optional(text),
  restrictedApiKey: optional(text),
  webhookSecret: optional(text),
  webhooks: optional(
    v.array(
      v.union([
        v.pipe(
          httpUrl,
          v.transform((url) => ({ url })),
        ),
        objectWith({ url: httpUrl, secret: optional(text), types: optional(texts) }),
      ]),
    ),
  ),
  delivery: optional(deliverySettings),
  allowedDomains: optional(v.nullable(v.array(origin))),
  frameAncestors: optional(texts),
  rules: optional(rules),
  api: optional(apiBehaviour),
  seed: optional(v.unknown()),
  snapshot: optional(v.unknown()),
  faults: optional(v.array(fault)),
  roomPage: optional(text),
});

/** Times have a check of their own, which says what 0 and `Infinity` mean. */
function checkTimes({ rules: given, delivery, api }: SandboxOptions): void {
  if (isObject(given)) checkRules(given);
  if (isObject(delivery)) checkDeliverySettings(delivery);
  if (isObject(api) && api.insightsLagMs !== undefined) checkWait('api.insightsLagMs', api.insightsLagMs);
}

const readSubdomain = (roomOrigin = '') => /^https?:\/\/([^.]+)\.whereby\.com$/.exec(roomOrigin)?.[1];

/** Reads origins of pages. Throws `SANDBOX_OPTION_INVALID`. */
export const readOrigins = (origins: readonly string[]): readonly string[] =>
  parseInput(v.array(origin), origins, (problem) => createOptionError(`of allowed domains, ${problem}`));

/**
 * Checks the options and fills in the defaults. Keys and secret are random if other machines can reach the sandbox.
 * Throws `SANDBOX_OPTION_INVALID` or `SANDBOX_SEED_INVALID`.
 */
export function readOptions(options: SandboxOptions) {
  checkTimes(options);
  const read = parseInput(optionsSchema, options, createOptionError);
  const { roomOrigin, seed, snapshot } = read;
  // An IPv6 address may come as URLs have it, in brackets.
  const host = (read.host ?? '127.0.0.1').replace(/^\[|\]$/g, '');
  const isOpen = !isLoopback(host);
  const createSecret = (name: string) => (isOpen ? `${name}_${randomBytes(16).toString('hex')}` : name);
  return {
    ...read,
    host,
    isOpen,
    port: read.port ?? 0,
    allowedHosts: read.allowedHosts ?? [],
    apiKey: read.apiKey ?? createSecret('sandbox_api_key'),
    restrictedApiKey: read.restrictedApiKey ?? createSecret('sandbox_restricted_api_key'),
    webhookSecret: read.webhookSecret ?? createSecret('sandbox_webhook_secret'),
    roomOrigin,
    subdomain: read.subdomain ?? readSubdomain(roomOrigin) ?? 'sandbox',
    allowedDomains: read.allowedDomains ?? null,
    seed: seed === undefined ? undefined : readSeed(seed),
    snapshot: snapshot === undefined ? undefined : readSnapshot(snapshot),
    endpoints: read.webhooks ?? [],
    faults: read.faults ?? [],
  };
}
