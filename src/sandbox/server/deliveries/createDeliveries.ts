import { setMaxListeners } from 'node:events';
import { pause } from '../../../server/pause.js';
import { checkWait } from '../../core/checkWait.js';
import type { Ids, RoomWebhook } from '../../core/index.js';
import { checkDeliverySettings } from './checkDeliverySettings.js';
import { createAgents } from './createAgents.js';
import { createMischiefList } from './createMischiefList.js';
import { createQueue } from './createQueue.js';
import { send } from './send.js';
import { shouldRetry } from './shouldRetry.js';
import { defaultDeliverySettings } from './types.js';
import type { Attempt, Deliveries, Delivery, DeliverySettings, Endpoint, Mischief } from './types.js';

interface Entry {
  readonly delivery: Omit<Delivery, 'state' | 'attempts'> & { state: Delivery['state']; readonly attempts: Attempt[] };
  readonly endpoint: Endpoint;
}

/**
 * Delivers events. Unless mischief is planned:
 *
 * 1. Every endpoint gets every event whose type it wants, with the same id and body in each attempt.
 * 2. First attempts to an endpoint start in the order of the events, at most `concurrency` at once.
 * 3. Retries wait for nothing but their delay, and no first attempt waits for a retry.
 * 4. A delivery ends as delivered or failed; `settled` resolves when none is under way.
 * 5. After `reset` or `close` no further attempt starts, and `settled` resolves.
 *
 * How: each endpoint has a queue of first attempts. Everything that is started holds the signal of its time; `reset`
 * and `close` abort it, which also ends every pause.
 */
export function createDeliveries(options: {
  readonly secret: string;
  readonly settings?: Partial<DeliverySettings> | undefined;
  /** The sandbox's time, in milliseconds since 1970. */
  readonly now: () => number;
  readonly ids: Pick<Ids, 'uuid' | 'fraction'>;
}): Deliveries {
  const initialSettings: DeliverySettings = { ...defaultDeliverySettings, ...options.settings };
  const mischiefs = createMischiefList();
  const agents = createAgents();
  const queues = new Map<string, ReturnType<typeof createQueue>>();
  let settings = initialSettings;
  let endpoints: readonly Endpoint[] = [];
  let log: Entry[] = [];
  let isHolding = false;
  let stopper = createStopper();
  let underWay = 0;
  const waiters: (() => void)[] = [];

  const resolveSettled = () => {
    for (const resolve of waiters.splice(0)) resolve();
  };
  const end = () => {
    underWay -= 1;
    if (underWay === 0) resolveSettled();
  };

  /** Makes an attempt. Returns whether it is to be made again. */
  const attempt = async ({ delivery, endpoint }: Entry): Promise<boolean> => {
    const result = await send({
      endpoint,
      body: delivery.body,
      settings,
      now: options.now,
      agents,
      signature: settings.resignOnRetry ? undefined : delivery.attempts[0]?.signature,
    });
    delivery.attempts.push(result.attempt);
    const { status } = result.attempt;
    const isTaken = status !== null && status >= 200 && status < 300;
    if (isTaken) delivery.state = 'delivered';
    return !isTaken && shouldRetry(result, settings);
  };

  const markFailed = ({ delivery }: Entry) => {
    if (delivery.state === 'pending') delivery.state = 'failed';
  };

  const retry = async (entry: Entry, signal: AbortSignal) => {
    for (const delay of settings.retryDelaysMs) {
      if (delay === Infinity) break;
      await pause(delay, signal).catch(() => undefined);
      if (signal.aborted) return;
      if (!(await attempt(entry))) break;
    }
    markFailed(entry);
  };

  const getQueue = (endpointId: string) => {
    const queue = queues.get(endpointId) ?? createQueue(() => settings.concurrency);
    queues.set(endpointId, queue);
    return queue;
  };

  const enqueue = (entry: Entry, signal: AbortSignal) => {
    underWay += 1;
    getQueue(entry.endpoint.id).add(async () => {
      if (signal.aborted) return end();
      if (await attempt(entry)) {
        // Not awaited: the next first attempt does not wait for it.
        void retry(entry, signal).finally(end);
        return;
      }
      markFailed(entry);
      end();
    });
  };

  const enqueueLater = async (entry: Entry, delayMs: number, signal: AbortSignal) => {
    underWay += 1;
    await pause(delayMs, signal).catch(() => undefined);
    if (!signal.aborted) enqueue(entry, signal);
    end();
  };

  const record = (endpoint: Endpoint, event: RoomWebhook, state: Delivery['state']): Entry => {
    const entry: Entry = {
      endpoint,
      delivery: {
        id: options.ids.uuid(),
        endpointId: endpoint.id,
        url: endpoint.url,
        event,
        body: JSON.stringify(event),
        state,
        attempts: [],
      },
    };
    log.push(entry);
    if (log.length > settings.keep) log = log.slice(-settings.keep);
    return entry;
  };

  const start = (entry: Entry, { lose = false, duplicate = 0, delayMs = 0, shuffleMs = 0 }: Mischief = {}) => {
    const isLost = lose || delayMs === Infinity;
    entry.delivery.state = isLost ? 'lost' : 'pending';
    if (isLost) return;
    const copies = Array.from({ length: duplicate }, () => record(entry.endpoint, entry.delivery.event, 'pending'));
    for (const one of [entry, ...copies]) {
      const delay = delayMs + Math.round(shuffleMs && shuffleMs * options.ids.fraction());
      if (delay) void enqueueLater(one, delay, stopper.signal);
      else enqueue(one, stopper.signal);
    }
  };

  const isWanted = ({ types }: Endpoint, type: string) =>
    types ? types.includes(type) : type !== 'assistant.requested';

  return {
    get endpoints() {
      return endpoints;
    },
    get settings() {
      return settings;
    },
    addEndpoint(url, { secret = options.secret, types } = {}) {
      const endpoint: Endpoint = { id: options.ids.uuid(), url: new URL(url).href, secret, types };
      endpoints = [...endpoints, endpoint];
      return endpoint;
    },
    removeEndpoint(id) {
      endpoints = endpoints.filter((endpoint) => endpoint.id !== id);
    },
    set(changes) {
      checkDeliverySettings(changes);
      settings = { ...settings, ...changes };
    },
    list: () => log.map(({ delivery }) => ({ ...delivery, attempts: [...delivery.attempts] })),
    resend(id) {
      const found = log.find(({ delivery }) => delivery.id === id);
      if (!found) return false;
      start(record(found.endpoint, found.delivery.event, 'pending'));
      return true;
    },
    next(mischief) {
      for (const name of ['delayMs', 'shuffleMs'] as const)
        if (mischief[name] !== undefined) checkWait(name, mischief[name]);
      return mischiefs.add(mischief);
    },
    hold() {
      isHolding = true;
    },
    release(order = 'same') {
      isHolding = false;
      const held = log.filter(({ delivery }) => delivery.state === 'held');
      for (const entry of sortHeld(held, order)) start(entry, mischiefs.take(entry.delivery.event.type));
    },
    settled: () => (underWay === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
    dispatch(event) {
      if (stopper.signal.aborted) return;
      for (const endpoint of endpoints) {
        if (!isWanted(endpoint, event.type)) continue;
        if (isHolding) record(endpoint, event, 'held');
        else start(record(endpoint, event, 'pending'), mischiefs.take(event.type));
      }
    },
    reset() {
      stopper.abort();
      stopper = createStopper();
      settings = initialSettings;
      log = [];
      mischiefs.clear();
      isHolding = false;
    },
    close() {
      stopper.abort();
      agents.close();
      resolveSettled();
    },
  };
}

/** Every delivery that waits listens to it, and Node warns of more than ten listeners. */
function createStopper(): AbortController {
  const stopper = new AbortController();
  setMaxListeners(0, stopper.signal);
  return stopper;
}

/** Deliveries that an order of ids does not name come last. */
function sortHeld(held: readonly Entry[], order: 'same' | 'reverse' | readonly string[]): readonly Entry[] {
  if (order === 'same') return held;
  if (order === 'reverse') return held.toReversed();
  const rank = ({ delivery }: Entry) => {
    const index = order.indexOf(delivery.id);
    return index < 0 ? order.length : index;
  };
  return held.toSorted((a, b) => rank(a) - rank(b));
}
