import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWebhookHandler, memoryStore, signWebhook } from 'react-whereby-embed/server';
import type { WebhookHandler, WebhookStore } from 'react-whereby-embed/server';
import { createGate } from '../../support/createGate.js';
import { secret } from './support/vectors.js';

/** How long the store takes a claim to hold, in milliseconds. */
const LEASE = 3_000;
const functionNames = ['own', 'any'] as const;
const eventIds = ['event-1', 'event-2'];
const processNumbers = [0, 1];

// Signatures are computed outside of JavaScript: only what waits for time is faked.
beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    }),
);
afterEach(() => void vi.useRealTimers());

interface Run {
  /** The function and the event. */
  readonly key: string;
  readonly process: number;
  readonly gate: ReturnType<typeof createGate>;
  hasFailed: boolean;
}

/** What "each function once" means: a function that has succeeded for an event is never run for it again. */
interface Model {
  readonly succeeded: Set<string>;
}

/** Two processes that share a store, as two servers share a database. */
class Servers {
  readonly runs: Run[] = [];
  readonly #store = memoryStore({ lease: LEASE, now: () => Date.now() });
  readonly #processes: { handler: WebhookHandler; isAlive: boolean }[] = [];
  #arrivals = 0;

  constructor() {
    for (const number of processNumbers) this.boot(number);
  }

  /** Ends a process at once, whatever it was doing, and starts another one in its place. */
  boot(number: number): void {
    const dead = this.#processes[number];
    if (dead) dead.isAlive = false;
    this.runs.splice(0, Infinity, ...this.runs.filter(({ process }) => process !== number));
    const current = { isAlive: true } as { handler: WebhookHandler; isAlive: boolean };
    const reach = <Args extends unknown[], Result>(method: (...args: Args) => Promise<Result>) => {
      return (...args: Args) => (current.isAlive ? method(...args) : new Promise<Result>(() => undefined));
    };
    const store: WebhookStore = {
      lease: LEASE,
      claim: reach((key, event) => {
        this.#arrivals++;
        return this.#store.claim(key, event);
      }),
      renew: reach((key, token) => this.#store.renew!(key, token)),
      complete: reach((key, event) => this.#store.complete(key, event)),
      release: reach((key, token) => this.#store.release(key, token)),
      eventsOf: (meeting) => this.#store.eventsOf(meeting),
    };
    const run =
      (name: string) =>
      async ({ id }: { readonly id: string }) => {
        const one: Run = { key: `${name} of ${id}`, process: number, gate: createGate(), hasFailed: false };
        this.runs.push(one);
        await one.gate.opened;
        if (one.hasFailed) throw new Error('for once');
      };
    const options = { secret, store, now: () => Date.now(), onError: () => undefined };
    current.handler = createWebhookHandler({
      ...options,
      on: { 'room.session.started': run('own') },
      onAny: run('any'),
    });
    this.#processes[number] = current;
  }

  /** Sends an event to a process, and waits until its functions run or it was found handled or busy. */
  async deliver(number: number, id: string): Promise<{ readonly status: Promise<number> }> {
    const event = { id, apiVersion: '1.0', createdAt: new Date().toISOString(), type: 'room.session.started' };
    const data = { meetingId: '1', roomName: '/r', roomSessionId: 's', subdomain: 'acme' };
    const body = JSON.stringify({ ...event, data });
    const timestamp = Math.floor(Date.now() / 1_000);
    const headers = { 'whereby-signature': await signWebhook({ body, secret, timestamp }) };
    const before = this.#arrivals;
    let hasEnded = false;
    const request = new Request('https://app.example/hooks', { method: 'POST', body, headers });
    const { handler } = this.#processes[number]!;
    const response = handler(request).then(({ status }) => {
      hasEnded = true;
      return status;
    });
    // A process asks the store nothing about what it runs itself.
    const isRunningHere = () => this.runs.some((one) => one.process === number && one.key.endsWith(id));
    while (!hasEnded && this.#arrivals === before && !isRunningHere()) await this.#turn();
    await this.settle();
    return { status: response };
  }

  #turn = () => new Promise((resolve) => setImmediate(resolve));

  /** Lets everything happen that needs no time. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 5; turn++) {
      await vi.advanceTimersByTimeAsync(0);
      await this.#turn();
    }
  }
}

function check({ succeeded }: Model, { runs }: Servers): void {
  const running = runs.map(({ key }) => key);
  expect(
    running.filter((key) => succeeded.has(key)),
    'ran again after it had succeeded',
  ).toEqual([]);
  expect(new Set(running).size, 'ran twice at a time').toBe(running.length);
}

async function finish(model: Model, servers: Servers, run: Run, hasFailed: boolean): Promise<void> {
  run.hasFailed = hasFailed;
  servers.runs.splice(servers.runs.indexOf(run), 1);
  if (!hasFailed) model.succeeded.add(run.key);
  run.gate.open();
  await servers.settle();
}

type Command = fc.AsyncCommand<Model, Servers>;

const createCommand = (name: string, run: (model: Model, servers: Servers) => Promise<unknown>): Command => ({
  check: () => true,
  async run(model, servers) {
    await run(model, servers);
    check(model, servers);
  },
  toString: () => name,
});

const anyProcess = fc.constantFrom(...processNumbers);

const commandArbitraries = [
  fc
    .tuple(anyProcess, fc.constantFrom(...eventIds))
    .map(([number, id]) =>
      createCommand(`deliver ${id} to ${number}`, (_model, servers) => servers.deliver(number, id)),
    ),
  fc.tuple(fc.nat(3), fc.boolean()).map(([at, hasFailed]) =>
    createCommand(`function ${at} ${hasFailed ? 'fails' : 'succeeds'}`, async (model, servers) => {
      const run = servers.runs[at];
      if (run) await finish(model, servers, run, hasFailed);
    }),
  ),
  anyProcess.map((number) => createCommand(`kill ${number}`, async (_model, servers) => servers.boot(number))),
  fc.integer({ min: 1, max: 2 * LEASE }).map((ms) =>
    createCommand(`${ms} ms pass`, async (_model, servers) => {
      await vi.advanceTimersByTimeAsync(ms);
      await servers.settle();
    }),
  ),
];

test('whatever is delivered, fails, dies and waits, each function succeeds once for each event', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commandArbitraries, { maxCommands: 25, size: 'max' }), async (commands) => {
      const servers = new Servers();
      const model: Model = { succeeded: new Set() };
      await fc.asyncModelRun(() => ({ model, real: servers }), commands);

      // The sender goes on until it gets its 200, and nothing fails any more.
      const expected = functionNames.flatMap((name) => eventIds.map((id) => `${name} of ${id}`));
      for (let attempt = 0; attempt < 5; attempt++) {
        for (const id of eventIds) await servers.deliver(0, id);
        await vi.advanceTimersByTimeAsync(2 * LEASE);
        while (servers.runs[0]) {
          await finish(model, servers, servers.runs[0], false);
          check(model, servers);
        }
      }
      expect([...model.succeeded].sort()).toEqual(expected.sort());
      for (const id of eventIds) expect(await (await servers.deliver(0, id)).status).toBe(200);
      expect(servers.runs).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
