import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { signWebhook } from 'react-whereby-embed/server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { storeKinds } from '../stores/support/storeKinds.js';
import { consumers, secret } from './support/consumers.js';
import type { Consumer } from './support/consumers.js';
import { findViolations } from './support/findViolations.js';
import { RunLog } from './support/RunLog.js';
import { startProgram } from './support/startProgram.js';
import type { Program } from './support/startProgram.js';

const toKill = 50;
const atOnce = 4;
const senders = 8;
/** As often as Whereby sends an event whose function began. */
const attempts = 3;

interface Receiver {
  readonly program: Program;
  readonly port: string;
}

async function startReceiver(...args: readonly string[]): Promise<Receiver> {
  const program = startProgram('receiver', ...args);
  return { program, port: await program.readLine() };
}

async function send(receiver: Receiver, consumer: Consumer, id: string): Promise<boolean> {
  const data = { meetingId: '1', roomName: '/r', roomSessionId: null, subdomain: 'acme' };
  const createdAt = new Date().toISOString();
  const body = JSON.stringify({ id, apiVersion: '1.0', createdAt, type: 'room.session.started', data });
  try {
    const { status } = await fetch(`http://127.0.0.1:${receiver.port}/${consumer}`, {
      method: 'POST',
      body,
      headers: { 'whereby-signature': await signWebhook({ body, secret }) },
    });
    return status === 200;
  } catch {
    // Its process was killed.
    return false;
  }
}

const pick = <T>(list: Iterable<T>): T | undefined => {
  const all = [...list];
  return all[Math.floor(Math.random() * all.length)];
};

const kinds = ['SQLite', 'PostgreSQL', 'MariaDB', 'Redis by ioredis'];

describe.each(kinds)('the %s store', (kind) => {
  const { variable, createPlace } = storeKinds[kind]!;
  const url = variable ? process.env[variable] : '';

  test.skipIf(url === undefined)(
    `has each event handled once for each of two consumers, while ${toKill} processes are killed at random`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'kill-'));
      const place = await createPlace(url!);
      const opened = await place.open();
      const file = join(folder, 'runs');
      const log = new RunLog(file);
      const receivers = new Set<Receiver>();
      const killedAt = new Map<number, number>();
      const ids: string[] = [];
      onTestFinished(async () => {
        await Promise.all([...receivers].map(({ program }) => program.kill()));
        await opened.close();
        await place.destroy();
        rmSync(folder, { recursive: true });
      });

      /** Resolves when a process has noted so many steps, so that it is killed in its work however slow the machine is. */
      const untilBusy = (pid: number, count: number) =>
        expect.poll(() => log.read().filter((step) => step.pid === pid).length).toBeGreaterThanOrEqual(count);

      async function killOneAfterAnother(): Promise<void> {
        while (killedAt.size < toKill) {
          const receiver = await startReceiver(kind, place.address, file);
          receivers.add(receiver);
          await untilBusy(receiver.program.pid, Math.random() * 10);
          await pause(Math.random() * 40);
          receivers.delete(receiver);
          killedAt.set(receiver.program.pid, Date.now());
          await receiver.program.kill();
        }
      }

      async function deliver(consumer: Consumer, id: string): Promise<void> {
        const hasStarted = () => log.read().some(({ key }) => key === `${consumer}/${id}`);
        for (let attempt = 1; ;) {
          const receiver = pick(receivers);
          if (receiver && (await send(receiver, consumer, id))) return;
          // An event that nobody began is sent until somebody does: nobody else has it.
          if (attempt > 1 || hasStarted()) attempt++;
          if (attempt > attempts) return;
          await pause(20);
        }
      }

      const killing = Promise.all(Array.from({ length: atOnce }, killOneAfterAnother));
      let isOver = false;
      const sending = Array.from({ length: senders }, async () => {
        while (!isOver) {
          const id = crypto.randomUUID();
          ids.push(id);
          await Promise.all(consumers.map((consumer) => deliver(consumer, id)));
        }
      });
      await killing;
      isOver = true;
      for (const receiver of await Promise.all([1, 2].map(() => startReceiver(kind, place.address, file))))
        receivers.add(receiver);
      await Promise.all(sending);

      const keys = ids.flatMap((id) => consumers.map((consumer) => `${consumer}/${id}`));
      // A process may be killed after the store has recorded a function, and before the log has.
      const unknown = new Set(keys);
      async function findUnhandled() {
        for (const { key } of log.read().filter(({ step }) => step === 'recorded')) unknown.delete(key);
        for (const key of unknown) {
          const claim = await opened.store.claim(key);
          if (claim.state === 'done') unknown.delete(key);
          if (claim.state === 'won') await opened.store.release(key, claim.token);
        }
        return [...unknown];
      }
      await expect.poll(findUnhandled).toEqual([]);
      expect(await opened.store.abandoned()).toEqual([]);
      const steps = log.read();
      expect(findViolations(steps, keys, killedAt)).toEqual([]);
      // Otherwise nothing was proved.
      const interrupted = steps.filter(({ step }) => step === 'started').length - keys.length;
      expect(interrupted).toBeGreaterThan(10);
      console.log(`${kind}: ${keys.length} functions, ${interrupted} of them interrupted and run again`);
    },
  );
});
