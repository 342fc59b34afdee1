import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../../dist/sandbox/cli.js', import.meta.url));

/** Milliseconds from `npx react-whereby-embed sandbox`, without npx itself, to its first answer. `npm run build` comes first. */
export async function startCommand(): Promise<number> {
  if (!existsSync(command)) throw new Error('The built command is measured: run `npm run build` first.');
  const start = performance.now();
  const child = spawn(process.execPath, [command, 'sandbox', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The command ended: ${said}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const [, apiUrl] = /^WHEREBY_API_URL=(.+)$/m.exec(said) ?? [];
      if (apiUrl) resolve(apiUrl);
    });
  });
  await (await fetch(`${url}/meetings`)).text();
  const ms = performance.now() - start;
  child.kill();
  await once(child, 'exit');
  return ms;
}
