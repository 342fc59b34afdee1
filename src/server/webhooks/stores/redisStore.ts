import { WherebyError } from '../../../errors/WherebyError.js';
import { sortEvents, readMeetingPlace, readPlace } from './readPlace.js';
import { defaultLease } from './WebhookStore.js';
import type { StoredEvent, WebhookStore } from './WebhookStore.js';

type Command = (command: string[]) => Promise<unknown>;

/**
 * A connection to Redis: a client of the package `redis` (`sendCommand`), one of `ioredis` (`call`), or a function
 * that sends a command given as a list of words and answers its reply.
 */
export type RedisClient =
  | Command
  | { call(command: string, ...args: string[]): Promise<unknown> }
  | { sendCommand(command: string[]): Promise<unknown> };

export interface RedisStoreOptions {
  /** What every key starts with; `whereby:` where left out. */
  readonly prefix?: string | undefined;
  /** How long a claim holds, in milliseconds; 10 s where left out. Longer than the slowest handler takes. */
  readonly lease?: number | undefined;
  /** How long events are kept, in milliseconds; 30 days where left out. A meeting's events are kept until its last one is that old. */
  readonly keepFor?: number | undefined;
}

function commandOf(client: RedisClient): Command {
  if (typeof client === 'function') return client;
  // ioredis has a `sendCommand` too, of another form: ask for `call` first.
  if ('call' in client && typeof client.call === 'function') return ([name, ...args]) => client.call(name!, ...args);
  if ('sendCommand' in client && typeof client.sendCommand === 'function')
    return (command) => client.sendCommand(command);
  throw new WherebyError(
    'WEBHOOK_OPTIONS_INVALID',
    '`client` is no Redis client this store knows. Pass one of `redis` or `ioredis`, or a function (words) => reply.',
  );
}

/** Deletes a key if it still has the value it was given. */
const deleteIf = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

const isDone = 'done';

/** A store in Redis, for any number of processes. Leases and the keeping of events run by the server's clock. */
export function redisStore(
  client: RedisClient,
  { prefix = 'whereby:', lease = defaultLease, keepFor = 30 * 86_400_000 }: RedisStoreOptions = {},
): WebhookStore {
  const send = commandOf(client);
  const eventKey = (id: string) => `${prefix}event:${id}`;
  /** Events by id, of a meeting, or of a room where they name no meeting. */
  const meetingKey = (meetingId: string) => `${prefix}meeting:${meetingId}`;
  const roomKey = (roomName: string) => `${prefix}room:${roomName}`;
  /** Ids of the meetings of a room. */
  const meetingsKey = (roomName: string) => `${prefix}meetings:${roomName}`;
  const texts = async (command: string[]) => ((await send(command)) as unknown[]).map(String);
  const keep = async (key: string) => void (await send(['PEXPIRE', key, String(keepFor)]));
  const read = async (key: string) => (await texts(['HVALS', key])).map((text) => JSON.parse(text) as StoredEvent);

  return {
    async claim(id) {
      const token = crypto.randomUUID();
      const won = await send(['SET', eventKey(id), token, 'NX', 'PX', String(lease)]);
      if (won !== null && won !== undefined) return { state: 'won', token };
      return { state: String(await send(['GET', eventKey(id)])) === isDone ? 'done' : 'busy' };
    },

    async complete(id, event) {
      const { meetingId, roomName } = readPlace(event);
      const place = meetingId ? meetingKey(meetingId) : roomName ? roomKey(roomName) : undefined;
      if (place) {
        await send(['HSET', place, id, JSON.stringify(event)]);
        await keep(place);
      }
      if (meetingId && roomName) {
        await send(['SADD', meetingsKey(roomName), meetingId]);
        await keep(meetingsKey(roomName));
      }
      // Last: what is said to be done is kept.
      await send(['SET', eventKey(id), isDone, 'PX', String(keepFor)]);
    },

    async release(id, token) {
      await send(['EVAL', deleteIf, '1', eventKey(id), token]);
    },

    async eventsOf(meeting) {
      const { meetingId, roomName } = readMeetingPlace(meeting);
      const ids = meetingId ? [meetingId] : roomName ? await texts(['SMEMBERS', meetingsKey(roomName)]) : [];
      const own = (await Promise.all(ids.map((id) => read(meetingKey(id))))).flat();
      const rooms = new Set(
        [roomName, ...own.map((event) => readPlace(event).roomName)].filter((name) => name !== undefined),
      );
      const nameOnly = await Promise.all([...rooms].map((name) => read(roomKey(name))));
      return sortEvents([...own, ...nameOnly.flat()]);
    },
  };
}
