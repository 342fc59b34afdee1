import { createServer } from 'node:http';
import type { Kysely } from 'kysely';
import { startSandbox } from 'react-whereby-embed/sandbox';
import {
  WherebyApiError,
  createRoomsHandler,
  createWebhookHandler,
  createWhereby,
  summarizeAttendance,
  toNodeListener,
  verifyWebhook,
} from 'react-whereby-embed/server';
import { kyselyStore } from 'react-whereby-embed/server/kysely';
import { redisStore } from 'react-whereby-embed/server/redis';

const rooms = createRoomsHandler({
  whereby: createWhereby({ apiKey: 'key' }),
  authorize: async (request) =>
    request.headers.get('authorization') ? { tenant: 'north', externalId: 'ada', role: 'host', may: ['create'] } : null,
});
createServer(toNodeListener(rooms));

interface Database {
  readonly lessons: { readonly id: string };
}

export const storeEvents = (db: Kysely<Database>) =>
  createWebhookHandler({
    store: kyselyStore(db),
    on: { 'room.client.joined': async ({ data }) => console.log(data.displayName) },
  });

export const store = redisStore(async (command) => command.length);

export async function countAttendees(meetingId: string): Promise<number> {
  try {
    return summarizeAttendance(await store.eventsOf(meetingId)).people.length;
  } catch (error) {
    if (error instanceof WherebyApiError) console.error(error.status, error.code);
    throw error;
  }
}

export const verify = async (body: Uint8Array, signature: string | null) => {
  const event = await verifyWebhook({ body, signature, secret: 'secret' });
  return event.type satisfies string;
};

export const openRooms = async () => (await startSandbox({ rules: { openRooms: true } })).apiUrl satisfies string;
