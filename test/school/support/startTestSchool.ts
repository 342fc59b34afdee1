import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox, SandboxOptions } from 'react-whereby-embed/sandbox';
import { createLink } from '../../../examples/school/server/people/session.js';
import { startSchool } from '../../../examples/school/server/startSchool.js';
import { inject } from 'vitest';
import { createDatabase } from './createDatabase.js';
import type { RunningSchool, SchoolOptions } from '../../../examples/school/server/startSchool.js';

export interface TestSchool extends RunningSchool {
  readonly sandbox: Sandbox;
  readonly url: string;
  readonly folder: string;
  /** Lines of the log. */
  readonly lines: string[];
  /** A browser of a person who has signed in. */
  signIn(personId: string): Promise<Browser>;
  close(): Promise<void>;
}

export type Browser = (path: string, init?: RequestInit & { readonly json?: unknown }) => Promise<Response>;

export const presetsFile = new URL('../../../examples/school/presets.json', import.meta.url).pathname;

export interface TestSchoolOptions extends Partial<SchoolOptions> {
  readonly sandboxOptions?: SandboxOptions;
}

/** The school in this process, on a database of its own, with the sandbox's clock, which the test moves. */
export async function startTestSchool({ sandboxOptions, ...options }: TestSchoolOptions = {}): Promise<TestSchool> {
  const folder = mkdtempSync(join(tmpdir(), 'school-'));
  const lines: string[] = [];
  const sandbox = await startSandbox({
    rules: { startMs: 0, uploadMs: 0, processMs: 0 },
    delivery: { keep: 100_000 },
    api: { pointsPerMinute: null },
    ...sandboxOptions,
  });
  const database = options.dataFolder === undefined && inject('postgres') ? await createDatabase() : undefined;
  const running = await startSchool({
    databaseUrl: database?.url,
    recordingsFolder: join(folder, 'recordings'),
    presetsFile,
    readKey: () => sandbox.apiKey,
    readWebhookSecret: () => sandbox.webhookSecret,
    apiUrl: sandbox.apiUrl,
    leaseSeconds: 1,
    now: () => sandbox.clock.now(),
    log: (line) => lines.push(line),
    ...options,
  }).catch(async (error: unknown) => {
    await database?.destroy();
    await sandbox.close();
    throw error;
  });
  const url = `http://127.0.0.1:${await running.listen(0)}`;
  sandbox.webhooks.addEndpoint(`${url}/webhooks/whereby`);
  await running.school.database
    .insertInto('people')
    .values([
      { id: 'office', name: 'Nora', role: 'office', language: 'en' },
      { id: 'anna', name: 'Anna', role: 'teacher', language: 'de' },
      { id: 'tom', name: 'Tom', role: 'teacher', language: 'en' },
      { id: 'mia', name: 'Mia', role: 'student', language: 'de' },
      { id: 'leo', name: 'Leo', role: 'student', language: 'en' },
      { id: 'eva', name: 'Eva', role: 'parent', language: 'de' },
    ])
    .execute();
  return {
    ...running,
    sandbox,
    url,
    folder,
    lines,
    async signIn(personId) {
      const link = await createLink(running.school, personId);
      const entered = await fetch(`${url}${link}`, { redirect: 'manual' });
      const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
      return (path, { json, ...init } = {}) =>
        fetch(`${url}${path}`, {
          redirect: 'manual',
          ...init,
          ...(json !== undefined && { body: JSON.stringify(json) }),
          headers: { cookie, ...(json !== undefined && { 'content-type': 'application/json' }), ...init.headers },
        });
    },
    async close() {
      await running.stop();
      await sandbox.close();
      await database?.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
