import { commands } from 'react-whereby-embed';
import type { CommandName, EventProp, MeetingPhase, WherebyError } from 'react-whereby-embed';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCommandQueue } from '../../../src/bridge/commandQueue.js';
import type { CommandMessage } from '../../../src/bridge/commandQueue.js';
import type { CommandDefinition } from '../../../src/protocol/commands.js';

const definitions = Object.entries(commands) as [CommandName, CommandDefinition][];
const confirmed = definitions.filter(([, { confirm }]) => confirm);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { origin: 'https://app.example' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A queue with a room that can be made ready, and can report. */
function open({ isReady = true, phase = 'joined' as MeetingPhase } = {}) {
  const sent: CommandMessage[] = [];
  const failures: WherebyError[] = [];
  const reported: Partial<Record<EventProp, unknown>> = {};
  const room = { isReady, phase };
  const queue = createCommandQueue({
    getPost: () => (room.isReady ? (message) => void sent.push(message) : undefined),
    getReported: (prop) => reported[prop],
    getPhase: () => room.phase,
    onFailure: (error) => void failures.push(error),
  });
  const report = (prop: EventProp, value?: unknown) => {
    reported[prop] = value;
    queue.confirm(prop);
  };
  /** Sends a command and follows what becomes of it. */
  const send = (name: CommandName, argument?: unknown) => {
    const outcome = { is: 'pending' };
    queue.send(name, argument).then(
      () => (outcome.is = 'done'),
      (error: WherebyError) => (outcome.is = error.code),
    );
    return outcome;
  };
  return { queue, room, sent, failures, reported, report, send };
}

/** Lets everything that is at hand run. */
const settle = () => vi.advanceTimersByTimeAsync(0);

/** What the event of a command reports when the command is done. */
const reportOf = ({ status }: CommandDefinition, value?: unknown) => status ?? value;

describe.each(confirmed)('%s', (name, definition) => {
  const { confirm, slow } = definition;
  const limit = slow ? 60_000 : 10_000;

  test('is pending until its event reports it, and then leaves no timer', async () => {
    const { send, report, failures } = open();
    const outcome = send(name);
    report('onReady');
    if (definition.status) report(confirm!, 'something else');
    await settle();
    expect(outcome.is).toBe('pending');
    report(confirm!, reportOf(definition));
    await settle();
    expect(outcome.is).toBe('done');
    expect(vi.getTimerCount()).toBe(0);
    expect(failures).toEqual([]);
  });

  test('is given up when its time is over, with the origin that the room must allow', async () => {
    const { send, failures } = open();
    const outcome = send(name);
    await vi.advanceTimersByTimeAsync(limit - 1);
    expect(outcome.is).toBe('pending');
    await vi.advanceTimersByTimeAsync(1);
    expect(outcome.is).toBe('COMMAND_TIMEOUT');
    expect(failures.map(({ message }) => message)).toEqual([expect.stringContaining(`\`${name}\``)]);
    expect(failures[0]!.message).toContain('https://app.example');
  });

  test('is not confirmed while it waits for a room', async () => {
    const { send, report } = open({ isReady: false });
    const outcome = send(name);
    report(confirm!, reportOf(definition));
    await settle();
    expect(outcome.is).toBe('pending');
    expect(vi.getTimerCount()).toBe(0);
  });
});

test.each(confirmed.filter(([, { orConfirm }]) => orConfirm))(
  '%s is confirmed by its other event as well',
  async (name, { orConfirm }) => {
    const { send, report } = open();
    const outcome = send(name);
    report(orConfirm!);
    await settle();
    expect(outcome.is).toBe('done');
  },
);

test.each(confirmed.filter(([, { status }]) => status))(
  '%s is done at once if its status is reported already',
  async (name, { confirm, status }) => {
    const { send, reported, sent } = open();
    reported[confirm!] = status;
    const outcome = send(name);
    await settle();
    expect(outcome.is).toBe('done');
    expect(sent).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  },
);

test.each(definitions.filter(([, { confirm }]) => !confirm))('%s is done when it is posted', async (name) => {
  const { queue, room, send } = open({ isReady: false });
  const outcome = send(name);
  await settle();
  expect(outcome.is).toBe('pending');
  room.isReady = true;
  queue.flush();
  await settle();
  expect(outcome.is).toBe('done');
  expect(vi.getTimerCount()).toBe(0);
});

describe('an argument', () => {
  test.each(definitions)('of %s is one that it takes', async (name, { argument, command }) => {
    const takes = argument === 'boolean' ? [true, false] : Array.isArray(argument) ? argument : [];
    for (const value of takes) {
      const { send, sent } = open();
      send(name, value);
      expect(sent).toEqual([{ command, args: [value] }]);
    }
    const { queue, sent, failures } = open();
    await expect(queue.send(name, 'banana')).rejects.toMatchObject({ code: 'COMMAND_INVALID' });
    const pass = argument === 'boolean' ? 'true or false' : argument ? `one of ${argument.join(', ')}` : 'no argument';
    expect(failures.map(({ message }) => message)).toEqual([expect.stringContaining(`Pass ${pass}.`)]);
    expect(failures[0]!.message).toContain(`\`${name}\``);
    expect(sent).toEqual([]);
    queue.flush();
    expect(sent).toEqual([]);
  });

  test.each(definitions)('of %s that is the event of a click does not count', (name, { argument, command }) => {
    const { send, sent } = open();
    send(name, { type: 'click' });
    expect(sent).toEqual([{ command, args: Array.isArray(argument) ? [argument[0]] : [] }]);
  });
});

describe('the queue', () => {
  test('sends in order what waited, once', () => {
    const { queue, room, sent, send } = open({ isReady: false });
    send('toggleCamera', false);
    send('knock');
    room.isReady = true;
    queue.flush();
    queue.flush();
    send('toggleChat');
    expect(sent.map(({ command }) => command)).toEqual(['toggle_camera', 'knock', 'toggle_chat']);
  });

  test('settles one toggle for one report, and every command that asks for what is reported', async () => {
    const { send, report } = open();
    const [first, second] = [send('toggleChat'), send('toggleChat')];
    const [on, alsoOn, off] = [send('toggleChat', true), send('toggleChat', true), send('toggleChat', false)];
    report('onChatToggle', true);
    await settle();
    expect([first.is, second.is, on.is, alsoOn.is, off.is]).toEqual([
      'done',
      'pending',
      'pending',
      'pending',
      'pending',
    ]);
    report('onChatToggle', true);
    await settle();
    expect([second.is, on.is, off.is]).toEqual(['done', 'pending', 'pending']);
    report('onChatToggle', true);
    await settle();
    expect([on.is, alsoOn.is, off.is]).toEqual(['done', 'done', 'pending']);
  });

  test('is done at once with what is so already', async () => {
    const { send, reported } = open();
    reported.onChatToggle = true;
    const [same, other, toggled] = [send('toggleChat', true), send('toggleChat', false), send('toggleChat')];
    await settle();
    expect([same.is, other.is, toggled.is]).toEqual(['done', 'pending', 'pending']);
  });

  test('cancels with its frame what was sent, and keeps what was not', async () => {
    const { queue, room, send, failures, sent } = open();
    const gone = send('knock');
    room.isReady = false;
    const waiting = send('toggleCamera', true);
    queue.cancelSent();
    await settle();
    expect([gone.is, waiting.is]).toEqual(['COMMAND_CANCELLED', 'pending']);
    expect(failures.map(({ message }) => message)).toEqual([expect.stringContaining('`knock`')]);
    room.isReady = true;
    queue.flush();
    expect(sent).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(1);
  });

  test('cancels with its meeting what was sent and what was not', async () => {
    const { queue, room, send, sent } = open();
    const gone = send('knock');
    room.isReady = false;
    const waiting = send('toggleCamera', true);
    queue.cancelAll();
    room.isReady = true;
    queue.flush();
    await settle();
    expect([gone.is, waiting.is]).toEqual(['COMMAND_CANCELLED', 'COMMAND_CANCELLED']);
    expect(sent).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe.each(['left', 'ended'] as const)('in a meeting that is %s', (phase) => {
  const isDone = (name: CommandName) =>
    name === 'leaveRoom' || name === 'cancelKnock' || (name === 'endMeeting' && phase === 'ended');
  const isPossible = (name: CommandName) => name === 'knock' && phase === 'left';

  test.each(confirmed.filter(([name]) => !isPossible(name)))('%s is settled without the room', async (name) => {
    const { queue, room, send, sent } = open({ phase, isReady: false });
    const outcome = send(name);
    await settle();
    // What may still be possible in another frame waits for it.
    expect(outcome.is).toBe(isDone(name) ? 'done' : 'pending');
    room.isReady = true;
    queue.flush();
    await settle();
    expect(outcome.is).toBe(isDone(name) ? 'done' : 'COMMAND_CANCELLED');
    expect(sent).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each(confirmed.filter(([name]) => !isPossible(name)))('%s is settled if it was sent before', async (name) => {
    const { room, send, report } = open();
    const outcome = send(name);
    room.phase = phase;
    report('onReady');
    await settle();
    // The room may report the leave before the end.
    const waits = name === 'endMeeting' && phase === 'left';
    expect(outcome.is).toBe(waits ? 'pending' : isDone(name) ? 'done' : 'COMMAND_CANCELLED');
  });

  test('what waits for a room goes on waiting when something is reported', async () => {
    const { room, send, report } = open({ isReady: false });
    const outcome = send('toggleChat', true);
    room.phase = phase;
    report('onReady');
    await settle();
    expect(outcome.is).toBe('pending');
  });
});
