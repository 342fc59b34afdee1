import type { Fault } from './Faults.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };

/**
 * THE LIST of faults with a name. Those of requests hold for the REST API unless `path` says otherwise; those whose
 * name begins with `deliveries-` are of webhooks.
 */
export const namedFaults = {
  /** Responds with 429 and the documented headers: wait a second. */
  'rate-limited': {
    status: 429,
    body: '{"error":"Rate limit active for throttle key: organization:1","data":{"msLeft":1000}}',
    headers: { ...JSON_TYPE, 'Retry-After': '1', 'X-RateLimit-Limit': '100', 'X-RateLimit-Remaining': '0' },
  },
  /** Responds with 500 and an empty body. */
  'server-error': { status: 500 },
  /** Responds with 503, as while the service is deployed. */
  unavailable: { status: 503, body: 'Service Unavailable', headers: { 'Content-Type': 'text/plain' } },
  /** Does what was asked, and responds with a page instead of JSON. */
  garbage: { damage: 'garbage' },
  /** Does what was asked, and ends the connection in the middle of the response. */
  'half-body': { damage: 'half' },
  /** Does what was asked, and drops the connection before it responds. */
  'lost-answer': { drop: 'after' },
  /** Drops the connection before anything is done. */
  'lost-request': { drop: 'before' },
  /** Does what was asked, and never responds. */
  'no-answer': { damage: 'silence' },
  /** Responds after three seconds. */
  slow: { latencyMs: 3_000 },
  /** Does not send events. */
  'deliveries-dropped': { deliveries: { lose: true } },
  /** Sends every event twice. */
  'deliveries-doubled': { deliveries: { duplicate: 1 } },
  /** Sends every event up to half a second later, so that they arrive in another order than they happened. */
  'deliveries-shuffled': { deliveries: { shuffleMs: 500 } },
  /** Sends every event five seconds later. */
  'deliveries-late': { deliveries: { delayMs: 5_000 } },
} as const satisfies Readonly<Record<string, Fault>>;
