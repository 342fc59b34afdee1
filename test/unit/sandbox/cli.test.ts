import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { moveToFreePorts } from '../../../src/sandbox/cli/moveToFreePorts.js';
import { parseSandboxArguments } from '../../../src/sandbox/cli/parseSandboxArguments.js';
import { readCommandOptions } from '../../../src/sandbox/cli/readCommandOptions.js';
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

  test('opens every room that is asked for, and with --strict only those that were created', async () => {
    const isOpen = async (...args: readonly string[]) => {
      const { options } = await readCommandOptions(parseSandboxArguments(['--port', '0', ...args]));
      const sandbox = await startSandbox(options);
      onTestFinished(() => sandbox.close());
      return sandbox.world.rules.openRooms;
    };
    expect(await isOpen()).toBe(true);
    expect(await isOpen('--strict')).toBe(false);
    const options = createSeedFile('{"rules":{"openRooms":false}}');
    expect(await isOpen('--options', options)).toBe(false);
  });

  test('reports what is wrong and what to do, without a stack trace', async () => {
    const cases: readonly [readonly string[], number, string][] = [
      [['--help'], 0, '--seed'],
      [['--nope'], 2, '--nope'],
      [['--prot', '1'], 2, 'There is no option --prot. Did you mean --port?'],
      [['--port', 'x'], 1, 'SANDBOX_OPTION_INVALID'],
      [['--port', '0', '--host', '203.0.113.1'], 1, 'SANDBOX_PORT_TAKEN'],
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

  test('that cannot start says which input is wrong, and leaves no port open and no certificate behind', async () => {
    const first = await startSandbox();
    const { port } = new URL(first.url);
    await first.close();
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const certificate = ['--tls-folder', join(folder, 'certificate')];
    const cases: readonly [readonly string[], string][] = [
      [['--snapshot', '/not/there.json'], 'the snapshot file /not/there.json cannot be read'],
      [['--snapshot', createSeedFile('{"meetings":[]}')], 'in a snapshot, world is required'],
      [['--seed', createSeedFile('{"meetings":[{"roomNam":"demo"}]}')], 'roomNam'],
      [['--seed', createSeedFile('{"meetings":[{"people":[{"rol":"host"}]}]}')], 'rol'],
      [['--seed', createSeedFile('{"meeting":[]}')], 'meeting'],
      [['--fault', 'nope'], '`--fault`'],
      [['--tls-port', 'x'], '`--tls-port` takes a number from 0 to 65535, got "x"'],
    ];
    const refused = [
      ...cases.map(([args, text]) => [[...args, ...certificate], text] as const),
      [['--tls-folder', join(createSeedFile(''), 'below-a-file')], 'SANDBOX_CERTIFICATE_UNWRITABLE'] as const,
    ];
    const printed: string[] = [];
    for (const method of ['log', 'error'] as const)
      vi.spyOn(console, method).mockImplementation((text: string) => void printed.push(text));
    onTestFinished(() => void vi.restoreAllMocks());
    for (const [args, text] of refused) {
      printed.length = 0;
      expect([args, await runSandbox(['--port', port, ...args])]).toEqual([args, 1]);
      expect(printed).toEqual([expect.stringContaining(text)]);
      await (await startSandbox({ port: Number(port) })).close();
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test('with a port for https that is in use takes the next free one; a sandbox in code leaves no port open', async () => {
    const taken = await startSandbox();
    onTestFinished(() => taken.close());
    const tlsPort = Number(new URL(taken.url).port);
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const read = await readCommandOptions(
      parseSandboxArguments(['--port', '0', '--tls-port', String(tlsPort), '--tls-folder', folder]),
    );
    const said: string[] = [];
    const { tls } = await moveToFreePorts(read.options, (text) => said.push(text));
    expect(said).toEqual([`Port ${tlsPort} is in use, so this is ${tls?.port}.`]);

    const plain = await startSandbox();
    const port = Number(new URL(plain.url).port);
    await plain.close();
    await expect(startSandbox({ ...read.options, port })).rejects.toMatchObject({ code: 'SANDBOX_PORT_TAKEN' });
    await (await startSandbox({ port })).close();
  });

  test('goes on from a snapshot, and warns outside loopback', async () => {
    const first = await startSandbox({ seed: { meetings: [{ roomName: 'kept' }] } });
    const file = createSeedFile(JSON.stringify(first.snapshot()));
    await first.close();
    const { child, until, output, ended } = runCommand(
      'sandbox',
      '--port',
      '0',
      '--host',
      '0.0.0.0',
      '--snapshot',
      file,
    );
    await until('Warning: other machines can reach this sandbox');
    const value = (name: string) => new RegExp(`^${name}=(.+)$`, 'm').exec(output())?.[1] ?? '';
    const answer = await fetch(`${value('WHEREBY_API_URL')}/meetings`, {
      headers: { authorization: `Bearer ${value('WHEREBY_API_KEY')}` },
    });
    expect(await answer.json()).toMatchObject({ results: [{ roomName: '/kept' }] });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('takes the next free port if the port is in use, says so, and opens any room', async () => {
    const taken = await startSandbox();
    onTestFinished(() => taken.close());
    const { port } = new URL(taken.url);
    const { until, output } = runCommand('sandbox', '--port', port);
    await until('WHEREBY_WEBHOOK_SECRET=');
    expect(output()).toMatch(new RegExp(`^Port ${port} is in use, so this is \\d+\\.$`, 'm'));
    expect(output()).toContain('Any name');
    const url = /^Sandbox +(\S+)$/m.exec(output())![1]!;
    expect(url).not.toBe(taken.url);
    expect((await fetch(url)).status).toBe(200);
  });

  test('opens rooms that nobody created, unless it is strict or a file says otherwise', async () => {
    const read = async (...args: string[]) =>
      (await readCommandOptions(parseSandboxArguments(args))).options.rules?.openRooms;
    const closed = createSeedFile('{"rules":{"openRooms":false}}');
    const open = createSeedFile('{"rules":{"openRooms":true}}');
    expect(await read()).toBe(true);
    expect(await read('--strict')).toBe(false);
    expect(await read('--options', closed)).toBe(false);
    expect(await read('--strict', '--options', open)).toBe(false);
  });
});

describe('the command by itself', () => {
  test('says what it can do, with examples, without colours', async () => {
    const { ended, output } = runCommand();
    expect(await ended).toBe(0);
    expect(output()).toMatch(
      /sandbox[^]*explain[^]*doctor[^]*migrate[^]*Examples:\n {2}npx react-whereby-embed sandbox/,
    );
    expect(output()).not.toContain('\u001b');
  });

  test('suggests the command that was meant', async () => {
    const { ended, output } = runCommand('Sandbx');
    expect(await ended).toBe(2);
    expect(output()).toContain('There is no command "Sandbx". Did you mean sandbox?');
  });
});
