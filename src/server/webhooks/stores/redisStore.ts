import { createServerError } from '../../../errors/createServerError.js';
import { defaultLease } from './defaultLease.js';
import { findMeetingEvents } from './findMeetingEvents.js';
import { readEventPlace } from './readEventPlace.js';
import { readStoreTime } from './readStoreTime.js';
import type { StoredEvent, WebhookStore } from './WebhookStore.js';

type SendCommand = (command: string[]) => Promise<unknown>;

/**
 * A connection to Redis: a client of the package `redis` (`sendCommand`), one of `ioredis` (`call`), or a function that
 * sends a command, given as a list of words, and returns the reply.
 */
export type RedisClient =
  | SendCommand
  | { call(command: string, ...args: string[]): Promise<unknown> }
  | { sendCommand(command: string[]): Promise<unknown> };

export interface RedisStoreOptions {
  /** What every key starts with. Defaults to `whereby:`. */
  readonly prefix?: string | undefined;
  /**
   * How long a claim holds, in milliseconds. Must be longer than the slowest function takes. Defaults to 10 s. With 0 or
   * `Infinity` it holds until it is completed or released: the event of a process that died is then never handled.
   */
  readonly lease?: number | undefined;
  /** How long events are kept, in milliseconds; a meeting's events as long as its last one. Defaults to 30 days; 0 and `Infinity` mean for ever. */
  readonly keepFor?: number | undefined;
}

/**
 * Creates a store in Redis, for any number of processes. Leases and `keepFor` are timed by the Redis server.
 *
 * Throws `WEBHOOK_OPTIONS_INVALID`.
 *
 * Keys, after the prefix: `event:<id>` holds a claim's token or `done`; `meeting:<id>` and, for events that name no
 * meeting, `room:<name>` hold events by id; `meetings:<name>` holds the ids of a room's meetings.
 */
export function redisStore(
  client: RedisClient,
  { prefix = 'whereby:', ...times }: RedisStoreOptions = {},
): WebhookStore {
  const { lease: wantedLease = defaultLease, keepFor: wantedKeepFor = 30 * 86_400_000 } = times;
  const lease = readStoreTime('lease', wantedLease);
  const keepFor = readStoreTime('keepFor', wantedKeepFor);
  const send = toSendCommand(client);
  const eventKey = (id: string) => `${prefix}event:${id}`;
  const meetingKey = (meetingId: string) => `${prefix}meeting:${meetingId}`;
  const roomKey = (roomName: string) => `${prefix}room:${roomName}`;
  const roomMeetingsKey = (roomName: string) => `${prefix}meetings:${roomName}`;

  const sendForTexts = async (command: string[]) => ((await send(command)) as unknown[]).map(String);
  const extend = (key: string) => send(keepFor === Infinity ? ['PERSIST', key] : ['PEXPIRE', key, String(keepFor)]);
  const expireAfter = (time: number) => (time === Infinity ? [] : ['PX', String(time)]);
  const readEvents = async (keys: readonly string[]) => {
    const texts = await Promise.all(keys.map((key) => sendForTexts(['HVALS', key])));
    return texts.flat().map((text) => JSON.parse(text) as StoredEvent);
  };

  return {
    async claim(id) {
      const token = crypto.randomUUID();
      const won = await send(['SET', eventKey(id), token, 'NX', ...expireAfter(lease)]);
      if (won !== null && won !== undefined) return { state: 'won', token };
      return { state: String(await send(['GET', eventKey(id)])) === doneValue ? 'done' : 'busy' };
    },

    async complete(id, event) {
      const { meetingId, roomName } = readEventPlace(event);
      const key = meetingId ? meetingKey(meetingId) : roomName ? roomKey(roomName) : undefined;
      if (key) {
        await send(['HSET', key, id, JSON.stringify(event)]);
        await extend(key);
      }
      if (meetingId && roomName) {
        await send(['SADD', roomMeetingsKey(roomName), meetingId]);
        await extend(roomMeetingsKey(roomName));
      }
      // Last, so that an event that counts as done is kept.
      await send(['SET', eventKey(id), doneValue, ...expireAfter(keepFor)]);
    },

    async release(id, token) {
      await send(['EVAL', deleteIfEqual, '1', eventKey(id), token]);
    },

    eventsOf: (meeting) =>
      findMeetingEvents(meeting, {
        ofMeeting: (meetingId) => readEvents([meetingKey(meetingId)]),
        ofMeetingsInRoom: async (roomName) =>
          readEvents((await sendForTexts(['SMEMBERS', roomMeetingsKey(roomName)])).map(meetingKey)),
        ofRooms: (roomNames) => readEvents(roomNames.map(roomKey)),
      }),
  };
}

function toSendCommand(client: RedisClient): SendCommand {
  if (typeof client === 'function') return client;
  // ioredis has a `sendCommand` too, with other arguments: look for `call` first.
  if ('call' in client && typeof client.call === 'function') return ([name, ...args]) => client.call(name!, ...args);
  if ('sendCommand' in client && typeof client.sendCommand === 'function')
    return (command) => client.sendCommand(command);
  throw createServerError('WEBHOOK_OPTIONS_INVALID', {
    problem: '`client` must be a client of `redis` or `ioredis`, or a function (words) => reply',
  });
}

/** What an event's key holds once it is handled. */
const doneValue = 'done';

/** A script, because comparing and deleting must be one step. */
const deleteIfEqual = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";
