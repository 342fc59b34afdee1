import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as sendRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox } from 'react-whereby-embed/sandbox';
import { listenOnLoopback } from '../../../scripts/servers/listenOnLoopback.js';
import { createDatabase } from './createDatabase.js';
import type { TestDatabase } from './createDatabase.js';
import { startBackend } from './startBackend.js';
import type { Backend } from './startBackend.js';

export interface Fleet {
  readonly sandbox: Sandbox;
  readonly database: TestDatabase;
  readonly folder: string;
  /** The two processes that run. */
  readonly backends: Backend[];
  /** Kills one of them and starts another one in its place. */
  replace(backend: Backend): Promise<void>;
  /** A lesson that begins now, with everybody's consent to a recording. */
  addLesson(id: string): Promise<void>;
  close(): Promise<void>;
}

/** Two backend processes on one real PostgreSQL, with the sandbox as the service and a balancer for its webhooks. */
export async function startFleet(): Promise<Fleet> {
  const folder = mkdtempSync(join(tmpdir(), 'school-'));
  const database = await createDatabase();
  const backends: Backend[] = [];
  let turn = 0;
  const balancer = await listenOnLoopback(
    createServer((request, response) => {
      const backend = backends[turn++ % backends.length];
      if (!backend) return response.destroy();
      const { method, url = '', headers } = request;
      const onward = sendRequest(new URL(url, backend.url), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      request.pipe(onward);
      return undefined;
    }),
  );
  const sandbox = await startSandbox({
    webhooks: [`${balancer.origin}/webhooks/whereby`],
    rules: { startMs: 0, uploadMs: 0, processMs: 0, meetingIds: 'digits' },
    delivery: { retryDelaysMs: [500, 2_000], keep: 100_000, resignOnRetry: true },
    api: { pointsPerMinute: null },
  });
  const start = () => startBackend({ sandbox, databaseUrl: database.url, folder });
  backends.push(await start());
  backends.push(await start());
  await database.pool.query(
    `insert into people values ('anna', 'Anna', 'teacher', 'de'), ('mia', 'Mia', 'student', 'de')`,
  );
  return {
    sandbox,
    database,
    folder,
    backends,
    async replace(backend) {
      backends.splice(backends.indexOf(backend), 1);
      await backend.kill();
      backends.push(await start());
    },
    async addLesson(id) {
      await database.pool.query(
        `insert into lessons values ($1, 'Piano', now(), now() + interval '1 hour', 'Europe/Berlin', 'anna', null, 'given', 30, null)`,
        [id],
      );
      await database.pool.query(`insert into lesson_people values ($1, 'anna', 'teacher'), ($1, 'mia', 'student')`, [
        id,
      ]);
    },
    async close() {
      await Promise.all(backends.map((backend) => backend.kill()));
      await sandbox.close();
      await balancer.close();
      await database.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
