import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from 'selfsigned';
import type { Sandbox, startSandbox } from '../../../src/sandbox/index.js';

/** The sandbox of the packed package. In the harness's browser `https://acme.whereby.com` leads to it. */
export async function startService(packageFolder: string): Promise<Sandbox> {
  const entry = pathToFileURL(join(packageFolder, 'dist/sandbox/index.js')).href;
  const packed = (await import(entry)) as { startSandbox: typeof startSandbox };
  const { private: key, cert } = await generate([{ name: 'commonName', value: '*.whereby.com' }]);
  return packed.startSandbox({
    tls: { key, cert },
    roomOrigin: 'https://acme.whereby.com',
    rules: { openRooms: true },
  });
}
