import type { StoredEvent } from 'react-whereby-embed/server';
import { redisStore } from 'react-whereby-embed/server/redis';
import { expect, test } from 'vitest';

const event: StoredEvent = {
  id: 'event-1',
  apiVersion: '1.0',
  createdAt: '2025-05-06T10:00:00.000Z',
  type: 'room.session.started',
  data: { meetingId: '1001', roomName: '/lesson-1' },
};

/** A client that gives a reply to each command, and keeps the commands: an `EVAL` by what its script returns. */
function createClient(replies: Readonly<Record<string, (words: readonly string[]) => unknown>>) {
  const commands: string[] = [];
  return {
    commands,
    send: async ([name = '', ...words]: string[]) => {
      const isClaim = name === 'EVAL' && words[0]!.includes("return 'won'");
      const command = name === 'EVAL' ? (isClaim ? 'claim' : 'keep') : name;
      commands.push([command, ...(name === 'EVAL' ? words.slice(2, 3) : words)].join(' '));
      return replies[command]?.(words) ?? null;
    },
  };
}

test('takes back what it kept of an event that another process completed meanwhile', async () => {
  const { send, commands } = createClient({ claim: () => 'done' });
  expect(await redisStore(send).claim('event-1', event)).toEqual({ state: 'done' });
  expect(commands).toEqual([
    'GET whereby:event:event-1',
    'keep whereby:claimed',
    'claim whereby:event:event-1',
    'HDEL whereby:claimed event-1',
  ]);
});

test('asks for nothing more when an event is done', async () => {
  const { send, commands } = createClient({ GET: () => 'done' });
  expect(await redisStore(send).claim('event-1', event)).toEqual({ state: 'done' });
  expect(commands).toEqual(['GET whereby:event:event-1']);
});

test('takes an event that is done out of the abandoned ones, and skips one that is gone meanwhile', async () => {
  const { send, commands } = createClient({
    HKEYS: () => ['done', 'held', 'gone', 'left'],
    GET: ([key]) => ({ 'whereby:event:done': 'done', 'whereby:event:held': 'a token' })[key!],
    HGET: ([, key]) => (key === 'left' ? new TextEncoder().encode(JSON.stringify(event)) : null),
  });
  expect(await redisStore(send).abandoned()).toEqual([{ key: 'left', event }]);
  expect(commands.filter((command) => /^HDEL|^HGET/.test(command))).toEqual([
    'HDEL whereby:claimed done',
    'HGET whereby:claimed gone',
    'HGET whereby:claimed left',
  ]);
});

test('lists a meeting by its room only if it has both', async () => {
  const place = (data: StoredEvent['data']) => ({ ...event, data });
  const kept = async (data: StoredEvent['data']) => {
    const { send, commands } = createClient({});
    await redisStore(send).complete('event-1', place(data));
    return commands.filter((command) => command.startsWith('keep'));
  };
  const done = 'keep whereby:event:event-1';
  expect(await kept({ meetingId: '1001', roomName: '/r' })).toEqual([
    'keep whereby:meeting:1001',
    'keep whereby:meetings:/r',
    done,
  ]);
  expect(await kept({ meetingId: '1001' })).toEqual(['keep whereby:meeting:1001', done]);
  expect(await kept({ roomName: '/r' })).toEqual(['keep whereby:room:/r', done]);
  expect(await kept({})).toEqual([done]);
});

test.each([undefined, null, '', 'QUEUED', {}])('refuses a client that replies %o, with what to pass', async (reply) => {
  const { send } = createClient({ claim: () => reply });
  await expect(redisStore(send).claim('event-1')).rejects.toThrow(
    expect.objectContaining({
      code: 'WEBHOOK_OPTIONS_INVALID',
      message: expect.stringContaining(
        'gives no reply that can be read; pass a client that returns promises',
      ) as string,
    }),
  );
});

test.each([
  new Error("READONLY You can't write against a read only replica."),
  new Error('ERR the key MOVED away'),
  'MOVED 866 127.0.0.1:7002',
  undefined,
])('passes on what a client throws: %s', async (thrown) => {
  await expect(redisStore(() => Promise.reject(thrown as Error)).claim('event-1')).rejects.toBe(thrown);
});

test.each(['MOVED 866 127.0.0.1:7002', 'ASK 866 127.0.0.1:7002'])(
  'says what to pass instead of a client of one server of a cluster: %s',
  async (message) => {
    await expect(redisStore(() => Promise.reject(new Error(message))).claim('event-1')).rejects.toThrow(
      expect.objectContaining({
        code: 'WEBHOOK_OPTIONS_INVALID',
        message: expect.stringContaining('pass a client of the cluster') as string,
      }),
    );
  },
);
