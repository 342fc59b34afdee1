import PgBoss from 'pg-boss';
import type { Log } from '../operations/createLog.js';

/** The kinds of work, each about one lesson or one recording. */
export const queues = ['room', 'recording', 'reconcile'] as const;
export type Queue = (typeof queues)[number];

/** A job for an id may be repeated at any time: it looks at what is there and does what is missing. */
export type Work = Readonly<Record<Queue, (id: string) => Promise<void>>>;

export interface Jobs {
  /** Asks for work. While the same is waiting already, that is enough. */
  send(queue: Queue, id: string): Promise<void>;
  /** Begins to work. */
  start(work: Work): Promise<void>;
  /** Lets the jobs that run come to their end. */
  stop(): Promise<void>;
  readonly isRunning: boolean;
}

/**
 * Jobs in the school's own database. Nothing depends on one job: what is due follows from the rows, and a timer asks for it
 * again (see sendDueJobs.ts), so a job that is lost with its process comes back.
 */
export async function createJobs(options: PgBoss.ConstructorOptions, log: Log): Promise<Jobs> {
  const boss = new PgBoss({ ...options, schedule: false, retryLimit: 0, deleteAfterHours: 1, expireInMinutes: 15 });
  boss.on('error', (error) => log.error('jobs', error));
  await boss.start();
  for (const name of queues) await boss.createQueue(name, { name, policy: 'short' });
  let isRunning = true;
  return {
    async send(queue, id) {
      await boss.send(queue, { id }, { singletonKey: id });
    },
    async start(work) {
      for (const name of queues)
        for (let worker = 0; worker < 2; worker++)
          await boss.work<{ id: string }>(name, { pollingIntervalSeconds: 0.5 }, async ([job]) => {
            try {
              if (job) await work[name](job.data.id);
            } catch (error) {
              log.error(`job ${name}`, error, { id: job?.data.id });
            }
          });
    },
    async stop() {
      isRunning = false;
      await boss.stop({ graceful: true, wait: true, timeout: 20_000, close: false });
    },
    get isRunning() {
      return isRunning;
    },
  };
}
