import { createServer } from 'node:net';
import { listenOnLoopback } from './listenOnLoopback.js';

/** A loopback port that nothing listens on: the preferred one if it is free. */
export async function findFreePort(preferred = 0): Promise<number> {
  try {
    const { port, close } = await listenOnLoopback(createServer(), preferred);
    await close();
    return port;
  } catch (error) {
    if (preferred) return findFreePort();
    throw error;
  }
}
