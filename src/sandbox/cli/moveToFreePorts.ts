import { createServer } from 'node:net';
import type { SandboxOptions } from '../server/SandboxOptions.js';
import { HIGHEST_PORT } from '../server/validation/isPort.js';

/** Whether something else listens there. Any other obstacle is left to the start of the sandbox, which says what it is. */
const isInUse = (port: number, host: string) =>
  new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'EADDRINUSE'));
    server.listen(port, host, () => server.close(() => resolve(false)));
  });

/** The first port from this one on that is free, of at most 20; this one if none is. */
async function findFreePort(port: number, host: string, own: readonly number[] = []): Promise<number> {
  for (let next = port; next < port + 20 && next <= HIGHEST_PORT; next++)
    if (!own.includes(next) && !(await isInUse(next, host))) return next;
  return port;
}

/**
 * Takes the next free ports where those of the options are in use.
 * @param say gets one sentence for each port that had to be left
 */
export async function moveToFreePorts(options: SandboxOptions, say: (text: string) => void): Promise<SandboxOptions> {
  const { port = 0, host = '127.0.0.1', tls } = options;
  const move = async (wanted: number, own: readonly number[] = []) => {
    if (wanted === 0) return 0;
    const free = await findFreePort(wanted, host, own);
    if (free !== wanted) say(`Port ${wanted} is in use, so this is ${free}.`);
    return free;
  };
  const free = await move(port);
  return { ...options, port: free, ...(tls ? { tls: { ...tls, port: await move(tls.port ?? 0, [free]) } } : {}) };
}
