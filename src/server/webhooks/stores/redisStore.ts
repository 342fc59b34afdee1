import { createServerError } from '../../../errors/createServerError.js';
import { defaultLease } from './defaultLease.js';
import { findMeetingEvents } from './findMeetingEvents.js';
import { readEventPlace } from './readEventPlace.js';
import { readStoreTime } from './readStoreTime.js';
import { registerPlace } from './sharedPlaces.js';
import { toSendCommand } from './toSendCommand.js';
import type { RedisClient } from './toSendCommand.js';
import type { BuiltInStore, Claim, StoredEvent } from './WebhookStore.js';

export interface RedisStoreOptions {
  /** What every key starts with. Defaults to `whereby:`. */
  readonly prefix?: string | undefined;
  /**
   * How long a claim holds unless it is renewed, in milliseconds. Defaults to 3 s. With 0 or `Infinity` it holds
   * until it is completed or released: the event of a process that died is then never handled.
   */
  readonly lease?: number | undefined;
  /** How long events are kept, in milliseconds; a meeting's events as long as its last one. Defaults to 30 days; 0 and `Infinity` mean for ever. */
  readonly keepFor?: number | undefined;
}

/**
 * Creates a store in Redis, or in a Redis cluster, for any number of processes. Leases and `keepFor` are timed by the
 * Redis server. Every step is one script over one key, which gives the same result when it runs again: clients send a
 * command again if they lost its reply.
 *
 * Keys, after the prefix: `event:<key>` holds a claim's token or `done`; `claimed` holds the events that were claimed and
 * are not handled, by key; `meeting:<id>` and, for events that name no meeting, `room:<name>` hold handled events by key;
 * `meetings:<name>` holds the keys of a room's meetings.
 *
 * Throws `WEBHOOK_OPTIONS_INVALID`.
 */
export function redisStore(
  client: RedisClient,
  { prefix = 'whereby:', ...times }: RedisStoreOptions = {},
): BuiltInStore {
  const { lease: wantedLease = defaultLease, keepFor: wantedKeepFor = 30 * 86_400_000 } = times;
  const lease = readStoreTime('lease', wantedLease);
  const keepFor = readStoreTime('keepFor', wantedKeepFor);
  const send = toSendCommand(client);
  const leaseText = writeTime(lease);
  const keepText = writeTime(keepFor);
  const eventKey = (key: string) => `${prefix}event:${key}`;
  const claimedKey = `${prefix}claimed`;
  const meetingKey = (meetingId: string) => `${prefix}meeting:${meetingId}`;
  const roomKey = (roomName: string) => `${prefix}room:${roomName}`;
  const roomMeetingsKey = (roomName: string) => `${prefix}meetings:${roomName}`;

  const evaluate = async (script: string, key: string, ...args: string[]) =>
    readText(await send(['EVAL', script, '1', key, ...args]));
  const sendForList = async (command: string[]) => [...((await send(command)) as Iterable<unknown>)];
  const readEvents = async (keys: readonly string[]) => {
    const texts = await Promise.all(keys.map((key) => sendForList(['HVALS', key])));
    return texts.flat().map(readEvent);
  };

  async function claim(key: string, event?: StoredEvent): Promise<Claim> {
    const token = crypto.randomUUID();
    if (readText(await send(['GET', eventKey(key)])) === doneValue) return { state: 'done' };
    // Before the claim, so that no process dies with a claim to an event that is kept nowhere.
    if (event) await evaluate(putField, claimedKey, key, JSON.stringify(event), keepText);
    const result = await evaluate(takeClaim, eventKey(key), token, leaseText);
    if (result === 'won') return { state: 'won', token };
    if (result === 'busy') return { state: 'busy' };
    if (result === doneValue) {
      await send(['HDEL', claimedKey, key]);
      return { state: 'done' };
    }
    throw createServerError('WEBHOOK_OPTIONS_INVALID', {
      problem:
        'the client of `redisStore` gives no reply that can be read; pass a client that returns promises (not the legacy mode of `redis`), or a function (words) => reply',
    });
  }

  const store: BuiltInStore = {
    lease,
    claim,
    renew: async (key, token) => (await evaluate(renewClaim, eventKey(key), token, leaseText)) === 'renewed',

    async complete(key, event) {
      const { meetingId, roomName } = readEventPlace(event);
      const place = meetingId ? meetingKey(meetingId) : roomName ? roomKey(roomName) : undefined;
      if (place) await evaluate(putField, place, key, JSON.stringify(event), keepText);
      if (meetingId && roomName)
        await evaluate(addMember, roomMeetingsKey(roomName), `${memberPrefix}${meetingId}`, keepText);
      // After the event, so that one that counts as done is kept.
      await evaluate(setDone, eventKey(key), keepText);
      await send(['HDEL', claimedKey, key]);
    },

    async release(key, token, retryAfter = 0) {
      await evaluate(releaseClaim, eventKey(key), token, String(Math.ceil(retryAfter)));
    },

    async abandoned() {
      const abandoned: { key: string; event: StoredEvent }[] = [];
      for (const field of await sendForList(['HKEYS', claimedKey])) {
        const key = readText(field);
        const claimed = readText(await send(['GET', eventKey(key)]));
        // A repeat of an event that was completed meanwhile has put it back.
        if (claimed === doneValue) await send(['HDEL', claimedKey, key]);
        if (claimed !== '') continue;
        const event = await send(['HGET', claimedKey, key]);
        if (event) abandoned.push({ key, event: readEvent(event) });
      }
      return abandoned;
    },

    eventsOf: (meeting) =>
      findMeetingEvents(meeting, {
        ofMeeting: (meetingId) => readEvents([meetingKey(meetingId)]),
        ofMeetingsInRoom: async (roomName) => {
          const members = await sendForList(['SMEMBERS', roomMeetingsKey(roomName)]);
          return readEvents(members.map((member) => meetingKey(readText(member).slice(memberPrefix.length))));
        },
        ofRooms: (roomNames) => readEvents(roomNames.map(roomKey)),
      }),
  };
  registerPlace(store, client, prefix);
  return store;
}

/** A reply as text: clients return texts, buffers or what they parsed, and null or undefined for nothing. */
const readText = (reply: unknown): string =>
  reply instanceof Uint8Array
    ? new TextDecoder().decode(reply)
    : reply === null || reply === undefined
      ? ''
      : String(reply as string | number);

/** An event as it was stored, or as a client that parses JSON by itself returns it. */
const readEvent = (reply: unknown): StoredEvent =>
  (typeof reply === 'object' && reply && !(reply instanceof Uint8Array)
    ? reply
    : JSON.parse(readText(reply))) as StoredEvent;

const writeTime = (milliseconds: number) => (milliseconds === Infinity ? '' : String(milliseconds));

/** What an event's key holds once it is handled. */
const doneValue = 'done';

/** What it holds while a claim that was given back may not be won yet. */
const releasedValue = 'released';

/** Before the id of a meeting, so that clients that parse replies do not take it for a number. */
const memberPrefix = 'meeting:';

// Scripts, because each must be one step. They compare tokens, so that running twice is the same as once.

/** `KEYS[1]` expires after that many milliseconds; never if there is no text. */
const expireAfter = (time: string) => `
if ${time} == '' then redis.call('PERSIST', KEYS[1]) else redis.call('PEXPIRE', KEYS[1], ${time}) end`;

const takeClaim = `
local held = redis.call('GET', KEYS[1])
if held == '${doneValue}' then return '${doneValue}' end
if held and held ~= ARGV[1] then return 'busy' end
redis.call('SET', KEYS[1], ARGV[1])
${expireAfter('ARGV[2]')}
return 'won'`;

const renewClaim = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'lost' end
${expireAfter('ARGV[2]')}
return 'renewed'`;

const releaseClaim = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return end
if ARGV[2] == '0' then redis.call('DEL', KEYS[1]) else redis.call('SET', KEYS[1], '${releasedValue}', 'PX', ARGV[2]) end`;

const setDone = `
redis.call('SET', KEYS[1], '${doneValue}')
${expireAfter('ARGV[1]')}`;

const putField = `
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
${expireAfter('ARGV[3]')}`;

const addMember = `
redis.call('SADD', KEYS[1], ARGV[1])
${expireAfter('ARGV[2]')}`;
