import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Sandbox } from 'react-whereby-embed/sandbox';
import { inject } from 'vitest';
import { startProxy } from './startProxy.js';
import type { Proxy } from './startProxy.js';

export interface Backend {
  readonly url: string;
  readonly proxy: Proxy;
  /** What it has written to its log. */
  readonly lines: string[];
  /** `kill -9`: nothing in the process can prevent it, or do anything before it. */
  kill(): Promise<void>;
  /** SIGTERM. Resolves with the exit code. */
  stop(): Promise<number | null>;
}

export interface BackendOptions {
  readonly sandbox: Sandbox;
  readonly databaseUrl: string;
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts a process of the school's backend, with a proxy of its own between it and the sandbox. */
export async function startBackend({ sandbox, databaseUrl, folder, environment }: BackendOptions): Promise<Backend> {
  const proxy = await startProxy(sandbox.url);
  const child = spawn(process.execPath, [inject('backend')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      WHEREBY_API_KEY: sandbox.apiKey,
      WHEREBY_WEBHOOK_SECRET: sandbox.webhookSecret,
      WHEREBY_API_URL: `${proxy.origin}/v1`,
      SCHOOL_DATA: folder,
      SCHOOL_TEMP: folder,
      SCHOOL_LEASE_SECONDS: '1',
      SCHOOL_PRESETS: new URL('../../../examples/school/presets.json', import.meta.url).pathname,
      ...environment,
    },
  });
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  const ended = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      void proxy.close().then(() => resolve(code));
    }),
  );
  const [url] = await Promise.race([
    new Promise<string[]>((resolve) =>
      createInterface({ input: child.stdout }).once('line', (line) => resolve([line])),
    ),
    ended.then((code) => {
      throw new Error(`The backend ended with ${code}: ${lines.join('\n')}`);
    }),
  ]);
  return {
    url: url!,
    proxy,
    lines,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
