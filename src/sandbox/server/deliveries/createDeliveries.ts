import { randomUUID } from 'node:crypto';
import { pause } from '../../../server/pause.js';
import type { RoomWebhook } from '../../core/index.js';
import { shouldRetry, send } from './send.js';
import { defaultDeliverySettings } from './types.js';
import type { Attempt, Delivery, DeliverySettings, Endpoint, Mischief } from './types.js';

export type { Attempt, Delivery, DeliverySettings, Endpoint, Mischief } from './types.js';

/** Sends events to endpoints, and everything that can go wrong with that. */
export interface Deliveries {
  readonly endpoints: readonly Endpoint[];
  /** Sends events there from now on. The secret is the sandbox's unless given. */
  addEndpoint(url: string, options?: { readonly secret?: string; readonly types?: readonly string[] }): Endpoint;
  removeEndpoint(id: string): void;
  readonly settings: DeliverySettings;
  /** Changes some settings, from the next attempt on. */
  set(changes: Partial<DeliverySettings>): void;
  /** Every delivery, oldest first. */
  list(): readonly Delivery[];
  /** Sends it again with the same id and body, whatever came of it. False where there is none of that id. */
  resend(id: string): boolean;
  /** Lose, duplicate or delay the next ones. */
  next(mischief: Mischief): void;
  /** Keeps new events back until they are released. */
  hold(): void;
  /** Sends what was held, as it came, the other way round, or in the order of the ids given. Nothing is held any more. */
  release(order?: 'same' | 'reverse' | readonly string[]): void;
  /** Resolves once nothing is under way. */
  settled(): Promise<void>;
  /** Takes an event to every endpoint that wants it. */
  dispatch(event: RoomWebhook): void;
  /** Forgets deliveries and mischief, sets the settings back, keeps endpoints. */
  reset(): void;
  /** Starts no attempt any more. */
  close(): void;
}

interface Entry {
  delivery: { -readonly [Key in keyof Delivery]: Delivery[Key] } & { attempts: Attempt[] };
  readonly endpoint: Endpoint;
}

interface Queue {
  running: number;
  waiting: (() => Promise<void>)[];
}

export function createDeliveries(options: {
  readonly secret: string;
  readonly settings?: Partial<DeliverySettings> | undefined;
  readonly now: () => number;
  /** Hears of every change. */
  readonly onChange?: () => void;
}): Deliveries {
  const usual: DeliverySettings = { ...defaultDeliverySettings, ...options.settings };
  let settings = usual;
  let endpoints: readonly Endpoint[] = [];
  let log: Entry[] = [];
  let mischiefs: { readonly what: Mischief; left: number }[] = [];
  let holding = false;
  let underWay = 0;
  let closed = false;
  let generation = 0;
  const waiters: (() => void)[] = [];
  /** Ends every pause that is running. */
  let pauses = new AbortController();
  const queues = new Map<string, Queue>();

  const changed = () => options.onChange?.();

  const settle = () => {
    underWay -= 1;
    if (underWay > 0) return;
    for (const waiter of waiters.splice(0)) waiter();
  };

  /** Waits, or returns early on `reset` and `close`. */
  const pauseOrStop = (ms: number) => pause(ms, pauses.signal).catch(() => undefined);

  const attempt = async ({ delivery, endpoint }: Entry): Promise<boolean> => {
    const first = delivery.attempts[0];
    const signed = settings.resignOnRetry ? undefined : first?.signature;
    const made = await send(endpoint, delivery.body, settings, options.now, signed);
    delivery.attempts.push(made);
    const isTaken = made.status !== null && made.status >= 200 && made.status < 300;
    if (isTaken) delivery.state = 'delivered';
    changed();
    return !isTaken && shouldRetry(made, settings);
  };

  const retry = async (entry: Entry, mine: number) => {
    const isOver = () => closed || mine !== generation;
    for (const delay of settings.retryDelaysMs) {
      if (!isOver()) await pauseOrStop(delay);
      if (isOver()) return;
      if (!(await attempt(entry))) break;
    }
    if (entry.delivery.state === 'pending') entry.delivery.state = 'failed';
    changed();
  };

  const pump = (queue: Queue) => {
    while (queue.running < settings.concurrency) {
      const next = queue.waiting.shift();
      if (!next) return;
      queue.running += 1;
      void next().finally(() => {
        queue.running -= 1;
        pump(queue);
      });
    }
  };

  /** First attempts wait for each other; retries wait for nobody. */
  const enqueue = (entry: Entry) => {
    const mine = generation;
    const queue = queues.get(entry.endpoint.id) ?? { running: 0, waiting: [] };
    queues.set(entry.endpoint.id, queue);
    underWay += 1;
    queue.waiting.push(async () => {
      if (closed || mine !== generation) return settle();
      const again = await attempt(entry);
      if (!again) {
        if (entry.delivery.state === 'pending') entry.delivery.state = 'failed';
        changed();
        return settle();
      }
      void retry(entry, mine).finally(settle);
    });
    pump(queue);
  };

  const record = (endpoint: Endpoint, event: RoomWebhook, state: Delivery['state']): Entry => {
    const delivery: Entry['delivery'] = {
      id: randomUUID(),
      endpointId: endpoint.id,
      url: endpoint.url,
      event,
      body: JSON.stringify(event),
      state,
      attempts: [],
    };
    const entry = { delivery, endpoint };
    log.push(entry);
    if (log.length > settings.keep) log = log.slice(-settings.keep);
    return entry;
  };

  const takeMischief = (type: string): Mischief | undefined => {
    const found = mischiefs.find(({ what }) => !what.type || what.type === type);
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) mischiefs = mischiefs.filter((one) => one !== found);
    return found.what;
  };

  const start = (entry: Entry, mischief?: Mischief) => {
    entry.delivery.state = mischief?.lose ? 'lost' : 'pending';
    if (mischief?.lose) return;
    for (let copy = 0; copy <= (mischief?.duplicate ?? 0); copy += 1) {
      const one = copy === 0 ? entry : record(entry.endpoint, entry.delivery.event, 'pending');
      if (!mischief?.delayMs) enqueue(one);
      else {
        underWay += 1;
        const mine = generation;
        void pauseOrStop(mischief.delayMs).then(() => {
          if (!closed && mine === generation) enqueue(one);
          settle();
        });
      }
    }
  };

  const wants = ({ types }: Endpoint, type: string) => (types ? types.includes(type) : type !== 'assistant.requested');

  return {
    get endpoints() {
      return endpoints;
    },
    get settings() {
      return settings;
    },
    addEndpoint(url, { secret = options.secret, types } = {}) {
      const endpoint: Endpoint = { id: randomUUID(), url: new URL(url).href, secret, types };
      endpoints = [...endpoints, endpoint];
      changed();
      return endpoint;
    },
    removeEndpoint(id) {
      endpoints = endpoints.filter((endpoint) => endpoint.id !== id);
      changed();
    },
    set(changes) {
      settings = { ...settings, ...changes };
    },
    list: () => log.map(({ delivery }) => ({ ...delivery, attempts: [...delivery.attempts] })),
    resend(id) {
      const found = log.find(({ delivery }) => delivery.id === id);
      if (!found) return false;
      start(record(found.endpoint, found.delivery.event, 'pending'));
      changed();
      return true;
    },
    next(what) {
      mischiefs.push({ what, left: what.times ?? 1 });
    },
    hold() {
      holding = true;
    },
    release(order = 'same') {
      holding = false;
      const held = log.filter(({ delivery }) => delivery.state === 'held');
      const ranks = typeof order === 'string' ? [] : order;
      const rank = ({ delivery }: Entry) => {
        const index = ranks.indexOf(delivery.id);
        return index < 0 ? ranks.length : index;
      };
      const sorted = order === 'reverse' ? held.toReversed() : held.toSorted((a, b) => rank(a) - rank(b));
      for (const entry of sorted) start(entry, takeMischief(entry.delivery.event.type));
      changed();
    },
    settled: () => (underWay === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
    dispatch(event) {
      if (closed) return;
      for (const endpoint of endpoints) {
        if (!wants(endpoint, event.type)) continue;
        if (holding) record(endpoint, event, 'held');
        else start(record(endpoint, event, 'pending'), takeMischief(event.type));
      }
      changed();
    },
    reset() {
      generation += 1;
      settings = usual;
      log = [];
      mischiefs = [];
      holding = false;
      pauses.abort();
      pauses = new AbortController();
      changed();
    },
    close() {
      closed = true;
      pauses.abort();
      waiters.splice(0).forEach((waiter) => waiter());
    },
  };
}
