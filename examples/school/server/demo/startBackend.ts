import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SchoolError } from '../operations/SchoolError.js';
import type { SchoolOptions } from '../startSchool.js';

export interface Backend {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Another backend process on the same database. */
export async function startBackend({
  databaseUrl,
  readKey,
  readWebhookSecret,
  apiUrl,
}: SchoolOptions): Promise<Backend> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('../serve.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: databaseUrl,
      WHEREBY_API_KEY: readKey(),
      WHEREBY_WEBHOOK_SECRET: readWebhookSecret(),
      ...(apiUrl && { WHEREBY_API_URL: apiUrl }),
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for await (const line of createInterface({ input: child.stdout })) {
    const port = Number(new URL(line).port);
    const stop = () => {
      child.kill('SIGTERM');
      return ended;
    };
    return { port, stop };
  }
  throw new SchoolError('The second backend did not start: see above.');
}
