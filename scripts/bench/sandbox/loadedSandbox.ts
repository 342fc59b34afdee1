import { startSandbox } from '../../../src/sandbox/index.js';

/** A sandbox in a process of its own, so that its time and its memory are not those of whoever loads it. */
const [webhookUrl] = process.argv.slice(2);
if (!webhookUrl || !process.send || !globalThis.gc)
  throw new Error('Fork this with --expose-gc and a URL for webhooks.');

const MINUTE = 60_000;
const sandbox = await startSandbox({ webhooks: [webhookUrl] });

/** What each message of the loading process does, and what it is answered with. */
const tasks = {
  /** Bytes that are in use. */
  measureMemory() {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  },
  passAnHour() {
    for (let minute = 0; minute < 60; minute += 1) sandbox.world.clock.advance(MINUTE);
  },
} satisfies Readonly<Record<string, () => unknown>>;

export type LoadedSandboxTask = keyof typeof tasks;
export interface LoadedSandbox {
  readonly apiUrl: string;
  readonly apiKey: string;
}

process.on('message', (task: LoadedSandboxTask) => process.send?.(tasks[task]() ?? null));
process.on('disconnect', () => process.exit());
process.send({ apiUrl: sandbox.apiUrl, apiKey: sandbox.apiKey } satisfies LoadedSandbox);
