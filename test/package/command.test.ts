import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

/** The package as it is published, unpacked where there is nothing else. */
let folder: string;
const command = () => join(folder, 'package/dist/sandbox/cli.js');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packed-'));
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd, stdio: 'ignore' });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  execFileSync('tar', ['-xzf', archive], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the sandbox of the package and answers the variables it says to set. */
async function startSandbox(): Promise<Record<string, string>> {
  const child = spawn(process.execPath, [command(), 'sandbox', '--port', '0']);
  onTestFinished(() => void child.kill());
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('exit', () => reject(new Error(said)));
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const variables = Object.fromEntries(
        [...said.matchAll(/^(WHEREBY_\w+)=(.+)$/gm)].map(([, name, value]) => [name, value]),
      );
      if ('WHEREBY_WEBHOOK_SECRET' in variables) resolve(variables as Record<string, string>);
    });
  });
}

const doctor = (env: Record<string, string>) =>
  new Promise<{ readonly code: number; readonly said: string }>((resolve) => {
    const { PATH = '' } = process.env;
    execFile(process.execPath, [command(), 'doctor'], { env: { PATH, ...env } }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });

test('the doctor of the packed package tells a good key from a wrong one and from none, and shows neither', async () => {
  const env = await startSandbox();
  const good = await doctor(env);
  expect(good).toMatchObject({ code: 0 });
  expect(good.said).toMatch(/ok\s+API key/);
  expect(good.said).not.toContain(env['WHEREBY_API_KEY']);
  expect(good.said).not.toContain(env['WHEREBY_WEBHOOK_SECRET']);

  const wrong = await doctor({ ...env, WHEREBY_API_KEY: 'a-wrong-key-7' });
  expect(wrong).toMatchObject({ code: 1 });
  expect(wrong.said).toMatch(/PROBLEM\s+API key.*API_UNAUTHORIZED/s);
  expect(wrong.said).not.toContain('a-wrong-key-7');

  const none = await doctor({ WHEREBY_API_URL: env['WHEREBY_API_URL']! });
  expect(none).toMatchObject({ code: 1 });
  expect(none.said).toContain('API_KEY_MISSING');
});
