import { serveEchoRooms } from '../e2e/support/rooms.js';
import type { Rooms } from '../e2e/support/rooms.js';

let rooms: Rooms;

/** Echo rooms for the whole run, on the port that the browser's resolver was told. */
export async function setup(): Promise<void> {
  rooms = await serveEchoRooms(Number(process.env['ROOMS_PORT']));
}

export const teardown = (): Promise<void> => rooms.close();
