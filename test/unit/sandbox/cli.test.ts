import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { runSandbox } from '../../../src/sandbox/cli/runSandbox.js';
import { startSandbox } from '../../../src/sandbox/index.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs the command from its sources. */
function runCommand(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'src/sandbox/cli.ts'), ...args], { cwd: root });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += String(chunk);
      for (const listener of listeners) listener();
    });
  return {
    child,
    output: () => output,
    until: (text: string) =>
      new Promise<void>((resolve) => {
        const check = () => output.includes(text) && resolve();
        listeners.add(check);
        check();
      }),
    ended: new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code))),
  };
}

const createSeedFile = (content: string) => {
  const file = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'seed.json');
  writeFileSync(file, content);
  return file;
};

describe('the command sandbox', () => {
  test('starts a sandbox with a seed, prints URL, key and secret, and ends when interrupted', async () => {
    const seed = createSeedFile('{"meetings":[{"roomName":"demo","people":[{"displayName":"Ada"}]}]}');
    const { child, until, output, ended } = runCommand(
      'sandbox',
      '--port',
      '0',
      '--seed',
      seed,
      '--webhook',
      'http://127.0.0.1:9/',
      '--options',
      createSeedFile('{"api":{"milliseconds":false},"rules":{"hideNames":true}}'),
    );
    await until('WHEREBY_WEBHOOK_SECRET=');
    const value = (name: string) => new RegExp(`^${name}=(.+)$`, 'm').exec(output())?.[1] ?? '';
    const answer = await fetch(`${value('WHEREBY_API_URL')}/meetings`, {
      headers: { authorization: `Bearer ${value('WHEREBY_API_KEY')}` },
    });
    expect(await answer.json()).toMatchObject({
      results: [{ roomName: '/demo', endDate: expect.stringMatching(/:\d\dZ$/) as string }],
    });
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  test('reports what is wrong and what to do, without a stack trace', async () => {
    const taken = await startSandbox();
    onTestFinished(() => taken.close());
    const { port } = new URL(taken.url);
    const cases: readonly [readonly string[], number, string][] = [
      [['--help'], 0, '--seed'],
      [['--nope'], 2, '--nope'],
      [['--port', 'x'], 1, 'SANDBOX_OPTION_INVALID'],
      [['--port', port], 1, 'SANDBOX_PORT_TAKEN'],
      [['--port', '0', '--seed', '/not/there.json'], 1, 'SANDBOX_SEED_INVALID'],
      [['--port', '0', '--seed', createSeedFile('{')], 1, 'SANDBOX_SEED_INVALID'],
      [['--port', '0', '--options', '/not/there.json'], 1, 'SANDBOX_OPTION_INVALID'],
      [['--port', '0', '--options', createSeedFile('{"webhooks":[]}')], 1, 'webhooks'],
      [['--port', '0', '--options', createSeedFile('3')], 1, 'SANDBOX_OPTION_INVALID'],
      [['--port', '0', '--webhook', 'nowhere'], 1, 'SANDBOX_OPTION_INVALID'],
    ];
    const printed: string[] = [];
    for (const method of ['log', 'error'] as const)
      vi.spyOn(console, method).mockImplementation((text: string) => void printed.push(text));
    onTestFinished(() => void vi.restoreAllMocks());
    for (const [args, status, text] of cases) {
      printed.length = 0;
      expect([args, await runSandbox(args)]).toEqual([args, status]);
      expect(printed.join('\n')).toContain(text);
      expect(printed.join('\n')).not.toMatch(/^ +at /m);
    }
  });

  test('lists the commands if it gets none or an unknown one', async () => {
    for (const args of [[], ['nothing']]) {
      const { ended, output } = runCommand(...args);
      expect(await ended).toBe(2);
      expect(output()).toMatch(/sandbox[^]*doctor/);
    }
  });
});
