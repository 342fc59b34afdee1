import { createServerError } from '../../../errors/createServerError.js';
import { warnWithoutListener } from './warnWithoutListener.js';

export type SendCommand = (command: string[]) => Promise<unknown>;

/**
 * A connection to Redis: a client, a cluster or a sentinel of the package `redis` (`sendCommand`), one of `ioredis` (`call`), or a
 * function that sends a command, given as a list of words, and returns the reply.
 */
export type RedisClient =
  | SendCommand
  | { call(command: string, ...args: string[]): Promise<unknown> }
  | { sendCommand(command: string[]): Promise<unknown> }
  | {
      sendCommand(firstKey: string, isReadonly: boolean, command: string[]): Promise<unknown>;
      readonly masters: unknown;
    }
  | { sendCommand(isReadonly: boolean, command: string[]): Promise<unknown>; getMasterNode(): unknown };

/**
 * Throws `WEBHOOK_OPTIONS_INVALID` for what is not a client. The function that it returns rejects with it if the client
 * is connected to one server of a cluster, which has a part of the keys only.
 */
export function toSendCommand(client: RedisClient): SendCommand {
  const send = findSender(client);
  return async (command) => {
    try {
      return await send(command);
    } catch (error) {
      // https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#redirection-and-resharding
      if (!(error instanceof Error && /^(MOVED|ASK) /.test(error.message))) throw error;
      throw createServerError('WEBHOOK_OPTIONS_INVALID', {
        problem:
          'the client of `redisStore` is connected to one server of a cluster; pass a client of the cluster (`createCluster` of `redis`, `Cluster` of `ioredis`)',
      });
    }
  };
}

function findSender(client: RedisClient): SendCommand {
  if (typeof client === 'function') return client;
  // ioredis needs no listener for errors. It has a `sendCommand` too, with other arguments: look for `call` first.
  if ('call' in client && typeof client.call === 'function') return ([name, ...args]) => client.call(name!, ...args);
  if ('sendCommand' in client && typeof client.sendCommand === 'function') {
    const send: SendCommand =
      'masters' in client
        ? (command) => client.sendCommand(findKey(command), false, command)
        : 'getMasterNode' in client
          ? (command) => client.sendCommand(false, command)
          : (command) => client.sendCommand(command);
    return (command) => {
      warnWithoutListener(client);
      return send(command);
    };
  }
  throw createServerError('WEBHOOK_OPTIONS_INVALID', {
    problem: '`client` must be a client of `redis` or `ioredis`, or a function (words) => reply',
  });
}

/** The one key of a command, by which a cluster finds its server. That of a script comes after its text and its number of keys. */
const findKey = (command: readonly string[]) => (command[0] === 'EVAL' ? command[3] : command[1])!;
