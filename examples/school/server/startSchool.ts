import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { createWhereby } from 'react-whereby-embed/server';
import { openDatabase } from './database/openDatabase.js';
import { createBoardFeed } from './board/createBoardFeed.js';
import { createApp } from './createApp.js';
import { createLog } from './operations/createLog.js';
import type { Log } from './operations/createLog.js';
import { SchoolError } from './operations/SchoolError.js';
import { advanceRecording } from './recordings/advanceRecording.js';
import { createFolderStorage } from './recordings/createFolderStorage.js';
import type { S3Settings } from './recordings/readS3Settings.js';
import { reconcileLesson } from './reports/reconcileLesson.js';
import { createJobs } from './rooms/createJobs.js';
import { reconcileRoom } from './rooms/reconcileRoom.js';
import { sendDueJobs } from './rooms/sendDueJobs.js';
import { sweepRooms } from './rooms/sweepRooms.js';
import type { Storage } from './recordings/Storage.js';
import type { School } from './School.js';
import { readOwnSecret, readPresets, splitSecrets } from './settings.js';
import { createWebhooks } from './webhooks/createWebhooks.js';

export interface SchoolOptions {
  /** PostgreSQL; without it the data is in `dataFolder`, or in memory. */
  readonly databaseUrl?: string | undefined;
  readonly dataFolder?: string | undefined;
  readonly recordingsFolder: string;
  readonly s3?: S3Settings | undefined;
  readonly presetsFile: string;
  /** Read at each call to the service. */
  readKey(): string | undefined;
  /** One, or two with a comma between them while the secret is rotated. Read at each webhook. */
  readWebhookSecret(): string | undefined;
  readonly apiUrl?: string | undefined;
  readonly leaseSeconds?: number;
  readonly now?: () => number;
  readonly log?: (line: string) => void;
}

export interface RunningSchool {
  readonly school: School;
  /** All routes; pages may be added before it listens. */
  readonly app: Hono;
  readonly log: Log;
  /** Listens on this machine and returns the port. */
  listen(port: number, host?: string): Promise<number>;
  /** Takes no more requests and lets everything that runs come to its end. */
  stop(): Promise<void>;
}

/**
 * The school's server: checks what it was given, then opens the database, then works.
 * @throws SchoolError with a sentence that says what to do, before anything is started
 */
export async function startSchool(options: SchoolOptions): Promise<RunningSchool> {
  const { now = Date.now, leaseSeconds = 10, apiUrl } = options;
  const presets = readPresets(options.presetsFile);
  if (!splitSecrets(options.readWebhookSecret()).length)
    throw new SchoolError(
      'WHEREBY_WEBHOOK_SECRET is missing. It is beside the webhook in Whereby’s dashboard; without it nobody can tell which webhooks are genuine. Nothing was started.',
    );
  // The key is read at each call: a rotated one needs no restart.
  const service = createWhereby({ apiKey: options.readKey, baseUrl: apiUrl });
  await checkKey(service);
  const storage = await createStorage(options);
  const { database, forJobs, close } = await openDatabase(options.databaseUrl, options.dataFolder);
  const secret = await readOwnSecret(database);
  const log = createLog(
    () => [
      options.readKey() ?? '',
      ...splitSecrets(options.readWebhookSecret()),
      secret,
      options.s3?.secretAccessKey ?? '',
    ],
    options.log,
  );
  const jobs = await createJobs(forJobs, log);
  const school: School = { database, whereby: service, jobs, log, storage, presets, secret, leaseSeconds, now };

  const webhooks = createWebhooks(school, () => splitSecrets(options.readWebhookSecret()));
  await jobs.start({
    room: (id) => reconcileRoom(school, id),
    recording: (id) => advanceRecording(school, id),
    reconcile: (id) => reconcileLesson(school, id),
  });
  const timers = [
    repeat(1_000, () => sendDueJobs(school), log),
    repeat(60_000, () => sweepRooms(school), log),
    repeat(leaseSeconds * 1_000, () => webhooks.handleAbandoned(), log),
  ];

  const boardFeed = createBoardFeed(school);
  const app = createApp(school, webhooks, boardFeed);
  let server: Server | undefined;
  return {
    school,
    log,
    app,
    listen: (port, host = '127.0.0.1') =>
      new Promise((resolve, reject) => {
        server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
        server.once('error', (error: NodeJS.ErrnoException) =>
          reject(
            error.code === 'EADDRINUSE'
              ? new SchoolError(`Port ${port} is in use. End what uses it, or choose another one with --port.`)
              : error,
          ),
        );
        server.listen(port, host, () => {
          const address = server!.address();
          resolve(typeof address === 'object' && address ? address.port : port);
        });
      }),
    async stop() {
      await Promise.all([boardFeed.stop(), ...timers.map((stop) => stop())]);
      const closed = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
      server?.closeIdleConnections();
      await jobs.stop();
      await webhooks.drain();
      // What is left are pages that watch the board, which connect again elsewhere.
      server?.closeAllConnections();
      await closed;
      await close();
    },
  };
}

/** Calls a function again and again, a pause after it has ended. Returns a function that stops it after the current call. */
function repeat(pause: number, work: () => Promise<unknown>, log: Log): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let running: Promise<unknown> = Promise.resolve();
  const run = () => {
    running = work()
      .catch((error: unknown) => log.error('timer', error))
      .then(() => {
        if (!isStopped) timer = setTimeout(run, pause);
      });
  };
  run();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}

async function createStorage({ s3, recordingsFolder }: SchoolOptions): Promise<Storage> {
  if (!s3) return createFolderStorage(recordingsFolder);
  // Amazon's client is large, and most schools start without it.
  const { createS3Storage } = await import('./recordings/createS3Storage.js');
  return createS3Storage(s3);
}

/** One small request tells whether the key is right, before anybody needs it. */
async function checkKey({ meetings }: School['whereby']): Promise<void> {
  try {
    await meetings.list({ limit: 1 }).page();
  } catch (error) {
    throw new SchoolError(
      `The service cannot be used: ${error instanceof Error ? error.message : String(error)} Nothing was started.`,
    );
  }
}
