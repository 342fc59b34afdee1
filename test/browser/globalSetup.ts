import { serveEchoRooms } from '../e2e/support/rooms.js';

/** Echo rooms for the whole run, on the port that the browser's resolver was told. */
export default async function serveRooms(): Promise<() => Promise<void>> {
  const rooms = await serveEchoRooms(Number(process.env['ROOMS_PORT']));
  return () => rooms.close();
}
