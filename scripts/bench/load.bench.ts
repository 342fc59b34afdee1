import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { signWebhook } from '../../src/server/webhooks/signWebhook.js';
import { memoryStore } from '../../src/server/webhooks/stores/memoryStore.js';
import { maxEvents, secret } from './load/settings.js';
import type { Usage } from './load/Usage.js';
import type { BenchRow } from './row.js';

const seconds = 60;
const perSecond = 1_000;
/** Of the store and of what the handler keeps of the last 10,000 events. */
const warmUp = 2 * 10_000;

interface Message {
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function buildEvent(): Promise<Message> {
  const body = JSON.stringify({
    id: crypto.randomUUID(),
    apiVersion: '1.0',
    createdAt: new Date().toISOString(),
    type: 'room.session.started',
    data: { meetingId: '1', roomName: '/r', roomSessionId: null, subdomain: 'acme' },
  });
  return { path: '/webhooks', body, headers: { 'whereby-signature': await signWebhook({ body, secret }) } };
}

const buildCreation = (): Message => ({
  path: '/api/meetings',
  body: JSON.stringify({ key: crypto.randomUUID() }),
  headers: { 'content-type': 'application/json' },
});

/** A server in a process of its own, and a client that counts the answers. */
class LoadedServer {
  readonly #process: ChildProcess;
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  readonly times: number[] = [];
  failures = 0;

  private constructor(child: ChildProcess, port: number) {
    this.#process = child;
    this.#port = port;
  }

  static async start(): Promise<LoadedServer> {
    const child = fork(new URL('load/server.ts', import.meta.url), {
      execArgv: [...process.execArgv, '--expose-gc'],
    });
    const [port] = (await once(child, 'message')) as [number];
    return new LoadedServer(child, port);
  }

  async measureUsage(): Promise<Usage> {
    this.#process.send('usage');
    const [usage] = (await once(this.#process, 'message')) as [Usage];
    return usage;
  }

  send({ path, body, headers }: Message): Promise<void> {
    const start = performance.now();
    return new Promise((resolve) => {
      const end = (isGood: boolean) => {
        this.times.push(performance.now() - start);
        if (!isGood) this.failures++;
        resolve();
      };
      const sent = request({ port: this.#port, path, method: 'POST', headers, agent: this.#agent }, (response) => {
        response.resume();
        response.once('end', () => end(response.statusCode === 200));
      });
      sent.once('error', () => end(false));
      sent.end(body);
    });
  }

  stop(): void {
    this.#agent.destroy();
    this.#process.kill();
  }
}

/** Sends that many a second, however long answers take, as senders do. */
async function sendAtRate(server: LoadedServer, build: () => Message | Promise<Message>): Promise<void> {
  const start = performance.now();
  const sent: Promise<void>[] = [];
  while (sent.length < seconds * perSecond) {
    const due = Math.min(seconds * perSecond, ((performance.now() - start) / 1_000) * perSecond);
    while (sent.length < due) sent.push(server.send(await build()));
    await pause(5);
  }
  await Promise.all(sent);
}

async function sendAtOnce(server: LoadedServer, build: () => Message | Promise<Message>): Promise<void> {
  for (let count = 0; count < warmUp; count += 100)
    await Promise.all(Array.from({ length: 100 }, async () => server.send(await build())));
}

async function load(name: string, build: () => Message | Promise<Message>): Promise<BenchRow[]> {
  const server = await LoadedServer.start();
  try {
    await sendAtOnce(server, build);
    server.times.length = 0;
    const before = await server.measureUsage();
    const start = performance.now();
    await sendAtRate(server, build);
    const rate = (seconds * perSecond * 1_000) / (performance.now() - start);
    const after = await server.measureUsage();
    const { times, failures } = server;
    const [median, slow] = [0.5, 0.99].map((part) => times.toSorted((a, b) => a - b)[Math.floor(times.length * part)]!);
    return [
      {
        name: `${name}: requests that failed, of ${times.length} at ${Math.round(rate)} a second`,
        value: String(failures),
        target: `0, at ${perSecond} a second for ${seconds} s`,
        ok: failures === 0 && rate > 0.95 * perSecond,
      },
      {
        name: `${name}: heap of the server before and after that`,
        value: `${before.heap.toFixed(1)} and ${after.heap.toFixed(1)} MB`,
        target: 'at most 2 MB more',
        ok: after.heap - before.heap <= 2,
      },
      {
        name: `${name}: what the server takes for a request, http included`,
        value: `${((after.processor - before.processor) / times.length).toFixed(2)} ms of the processor`,
      },
      { name: `${name}: median, and 99 % of the answers`, value: `${median!.toFixed(1)} and ${slow!.toFixed(1)} ms` },
    ];
  } finally {
    server.stop();
  }
}

/** What a store in memory that is full takes for an event. */
async function rememberInFullStore(): Promise<BenchRow> {
  const store = memoryStore();
  const limit = 100_000;
  const remember = async (id: string) => {
    const event = { id, apiVersion: '1.0', createdAt: '', type: 'room.session.started', data: {} } as const;
    await store.claim(id, event);
    await store.complete(id, event);
  };
  for (let count = 0; count < limit; count++) await remember(`first-${count}`);
  const start = performance.now();
  for (let count = 0; count < limit; count++) await remember(`next-${count}`);
  const micros = ((performance.now() - start) * 1_000) / limit;
  return {
    name: `memoryStore: an event more, when ${limit} are remembered`,
    value: `${micros.toFixed(1)} µs`,
    target: '<= 30 µs',
    ok: micros <= 30,
  };
}

/** Both handlers for a minute each, over http on the loopback address. */
export async function run(): Promise<BenchRow[]> {
  return [
    ...(await load(`webhook handler with a store of ${maxEvents} events`, buildEvent)),
    ...(await load('room handler', buildCreation)),
    await rememberInFullStore(),
  ];
}
