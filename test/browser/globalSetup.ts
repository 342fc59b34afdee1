import type { TestProject } from 'vitest/node';
import { serveEchoRooms } from '../../scripts/servers/serveEchoRooms.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where `https://*.whereby.com` is served on this machine. */
    roomsPort: number;
  }
}

/** Echo rooms for the whole project. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const rooms = await serveEchoRooms();
  project.provide('roomsPort', rooms.port);
  return () => rooms.close();
}
