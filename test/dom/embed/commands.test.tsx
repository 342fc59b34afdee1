import { act, fireEvent, render, screen } from '@testing-library/react';
import { StrictMode, createRef, useEffect, useRef } from 'react';
import { WherebyEmbed, commands, events } from 'react-whereby-embed';
import type { CommandName, EventProp, WherebyEmbedHandle } from 'react-whereby-embed';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commandsTo, frame, room, say } from './room.js';

interface Definition {
  readonly command: string;
  readonly argument?: 'boolean' | readonly string[];
  readonly confirm?: EventProp | undefined;
  readonly status?: string | undefined;
}

const definitions = Object.entries(commands) as [CommandName, Definition][];

/** What the room says when it has done a command. */
const confirmation = ({ confirm, status }: Definition, value?: unknown) => {
  if (status) return { status };
  if (typeof value !== 'boolean') return confirm === 'onLeave' ? { removed: false } : { enabled: true, open: true };
  return { [/(Chat|People)/.test(confirm ?? '') ? 'open' : 'enabled']: value };
};

const open = () => {
  const ref = createRef<WherebyEmbedHandle>();
  const view = render(<WherebyEmbed room={room} ref={ref} />);
  return { ...view, handle: ref.current!, sent: commandsTo() };
};

/** How a promise stands once all that is at hand has run. */
const stateOf = async (promise: Promise<void>) => {
  const pending = Symbol('pending');
  const settled = promise.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
  await act(async () => undefined);
  const first = await Promise.race([settled, Promise.resolve(pending)]);
  return first === pending ? 'pending' : first;
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('commands', () => {
  test.each(definitions)(
    '%s goes over the wire under its name and settles when it should',
    async (name, definition) => {
      const { handle, sent } = open();
      say('onReady');
      const promise = (handle[name] as () => Promise<void>)();
      const args = Array.isArray(definition.argument) ? ['media'] : [];
      expect(sent()).toEqual([{ command: definition.command, args }]);
      if (!definition.confirm) return expect(await stateOf(promise)).toBe('done');
      expect(await stateOf(promise)).toBe('pending');
      say(definition.confirm, confirmation(definition));
      return expect(await stateOf(promise)).toBe('done');
    },
  );

  test.each(definitions.filter(([, { argument }]) => argument === 'boolean'))(
    '%s takes true and false',
    async (name, definition) => {
      const { handle, sent } = open();
      say('onReady');
      for (const value of [true, false]) {
        const promise = (handle[name] as (on: boolean) => Promise<void>)(value);
        expect(sent().at(-1)).toEqual({ command: definition.command, args: [value] });
        if (definition.confirm) {
          say(definition.confirm, confirmation(definition, !value));
          expect(await stateOf(promise)).toBe('pending');
          say(definition.confirm, confirmation(definition, value));
        }
        expect(await stateOf(promise)).toBe('done');
      }
    },
  );

  test.each(definitions.filter(([, { confirm }]) => confirm))(
    '%s is confirmed also by an event that says more than it must, in any order',
    async (name, definition) => {
      const { handle } = open();
      say('onReady');
      const promise = (handle[name] as () => Promise<void>)();
      say(definition.confirm!, { 0: 'first', byWhom: 'a host', ...(confirmation(definition) as object | undefined) });
      expect(await stateOf(promise)).toBe('done');
    },
  );

  test('go to the origin of the room alone', () => {
    const { handle } = open();
    const spy = vi.spyOn(frame().contentWindow!, 'postMessage');
    say('onReady');
    void handle.toggleChat();
    expect(spy.mock.calls[0]![1]).toBe('https://acme.whereby.com');
  });

  test('sent before the room is ready wait and are then sent in order', () => {
    const { handle, sent } = open();
    void handle.toggleCamera(false);
    void handle.knock();
    void handle.openSettings('effects');
    expect(sent()).toEqual([]);
    say('onReady');
    expect(sent().map(({ command }) => command)).toEqual(['toggle_camera', 'knock', 'open_settings']);
  });

  test('sent by an effect of the page on its first render are not lost in StrictMode', () => {
    function Page() {
      const ref = useRef<WherebyEmbedHandle>(null);
      useEffect(() => void ref.current?.toggleMicrophone(false), []);
      return <WherebyEmbed room={room} ref={ref} />;
    }
    render(
      <StrictMode>
        <Page />
      </StrictMode>,
    );
    const sent = commandsTo();
    say('onReady');
    expect(sent()[0]).toEqual({ command: 'toggle_microphone', args: [false] });
  });

  test('that wait outlive a frame that is replaced before it was ready', () => {
    const ref = createRef<WherebyEmbedHandle>();
    const { rerender } = render(<WherebyEmbed room={room} ref={ref} />);
    void ref.current!.knock();
    rerender(<WherebyEmbed room={room} displayName="Ada" ref={ref} />);
    const sent = commandsTo();
    say('onReady');
    expect(sent()).toEqual([{ command: 'knock', args: [] }]);
  });

  test('for a state the room has already are done at once', async () => {
    const { handle } = open();
    say('onCameraToggle', { enabled: true });
    expect(await stateOf(handle.toggleCamera(true))).toBe('done');
    expect(await stateOf(handle.toggleCamera(false))).toBe('pending');
  });

  test('`leaveRoom` is confirmed by a room that only reports the end of the knock', async () => {
    const { handle } = open();
    say('onKnock');
    const promise = handle.leaveRoom();
    say('onCancelKnock');
    expect(await stateOf(promise)).toBe('done');
  });

  describe.each([
    ['left', 'onLeave', { removed: false }],
    ['removed', 'onLeave', { removed: true }],
    ['ended', 'onMeetingEnd', undefined],
  ] as const)('in a meeting that was %s', (how, event, payload) => {
    const asksForTheEnd = (name: CommandName) =>
      name === 'leaveRoom' || name === 'cancelKnock' || (name === 'endMeeting' && how === 'ended');
    const expected = (name: CommandName) => (asksForTheEnd(name) ? 'done' : 'COMMAND_CANCELLED');
    const confirmed = definitions.filter(([name, { confirm }]) => confirm && (how === 'ended' || name !== 'knock'));

    test.each(confirmed)('%s settles at once, and is not sent', async (name) => {
      const { handle, sent } = open();
      say('onJoin');
      say(event, payload);
      expect(await stateOf((handle[name] as () => Promise<void>)())).toBe(expected(name));
      expect(sent()).toEqual([]);
      // Nobody has to show it: there is nothing to do.
      expect(handle.getState().error).toBeUndefined();
    });

    test.each(confirmed.filter(([name]) => how === 'ended' || name !== 'endMeeting'))(
      '%s settles if it was sent before',
      async (name) => {
        const { handle } = open();
        say('onJoin');
        const promise = (handle[name] as () => Promise<void>)();
        expect(await stateOf(promise)).toBe('pending');
        say(event, payload);
        expect(await stateOf(promise)).toBe(expected(name));
      },
    );

    test('what the room does not confirm is sent', async () => {
      const { handle, sent } = open();
      say('onJoin');
      say(event, payload);
      expect(await stateOf(handle.openSettings())).toBe('done');
      expect(sent().map(({ command }) => command)).toEqual(['open_settings']);
    });

    test('commands are sent again when the participant is back', async () => {
      const { handle, sent } = open();
      say('onJoin');
      say(event, payload);
      say('onJoin');
      const promise = handle.toggleChat(true);
      expect(sent()).toHaveLength(1);
      say('onChatToggle', { open: true });
      expect(await stateOf(promise)).toBe('done');
    });

    test('`leaveRoom` is done without a frame too, and not kept for the next one', async () => {
      const { handle, unmount } = open();
      say('onJoin');
      say(event, payload);
      unmount();
      expect(await stateOf(handle.leaveRoom())).toBe('done');
    });
  });

  test('`endMeeting` is confirmed by a room that reports the leave first', async () => {
    const { handle } = open();
    say('onJoin');
    const promise = handle.endMeeting();
    say('onLeave', { removed: false });
    expect(await stateOf(promise)).toBe('pending');
    say('onMeetingEnd');
    expect(await stateOf(promise)).toBe('done');
  });

  test('`knock` is sent from a room that was left', () => {
    const { handle, sent } = open();
    say('onLeave', { removed: false });
    void handle.knock();
    expect(sent()).toHaveLength(1);
  });

  test('that toggle twice are confirmed one after the other', async () => {
    const { handle } = open();
    say('onReady');
    const [first, second] = [handle.toggleChat(), handle.toggleChat()];
    say('onChatToggle', { open: true });
    expect([await stateOf(first), await stateOf(second)]).toEqual(['done', 'pending']);
    say('onChatToggle', { open: false });
    expect(await stateOf(second)).toBe('done');
  });

  test('that the room does not confirm are rejected with the likely cause', async () => {
    const { handle } = open();
    say('onReady');
    const promise = handle.toggleChat();
    const recording = handle.startRecording();
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    await expect(promise).rejects.toMatchObject({
      code: 'COMMAND_TIMEOUT',
      message: expect.stringContaining(location.origin),
    });
    expect(await stateOf(recording)).toBe('pending');
    await act(() => vi.advanceTimersByTimeAsync(50_000));
    expect(await stateOf(recording)).toBe('COMMAND_TIMEOUT');
  });

  test('are rejected when the frame goes away, sent or not', async () => {
    const { handle, unmount } = open();
    const waiting = handle.knock();
    unmount();
    expect(await stateOf(waiting)).toBe('COMMAND_CANCELLED');
    const again = open();
    say('onReady');
    const sent = again.handle.knock();
    again.unmount();
    expect(await stateOf(sent)).toBe('COMMAND_CANCELLED');
  });

  test('that wait for one room are not sent to another', async () => {
    const ref = createRef<WherebyEmbedHandle>();
    const { rerender } = render(<WherebyEmbed room={room} ref={ref} />);
    const promise = ref.current!.knock();
    rerender(<WherebyEmbed room="https://acme.whereby.com/other" ref={ref} />);
    const sent = commandsTo();
    say('onReady');
    expect(sent()).toEqual([]);
    expect(await stateOf(promise)).toBe('COMMAND_CANCELLED');
  });

  test('can be an `onClick` handler', () => {
    const ref = createRef<WherebyEmbedHandle>();
    function Page() {
      return (
        <>
          <WherebyEmbed room={room} ref={ref} />
          <button onClick={(event) => void (ref.current!.toggleCamera as (value: unknown) => Promise<void>)(event)}>
            cam
          </button>
        </>
      );
    }
    render(<Page />);
    const sent = commandsTo();
    say('onReady');
    fireEvent.click(screen.getByText('cam'));
    expect(sent()).toEqual([{ command: 'toggle_camera', args: [] }]);
  });

  test('refuse an argument they do not take', async () => {
    const { handle, sent } = open();
    say('onReady');
    expect(await stateOf(handle.toggleCamera('banana' as never))).toBe('COMMAND_INVALID');
    expect(await stateOf(handle.openSettings('banana' as never))).toBe('COMMAND_INVALID');
    expect(await stateOf((handle.knock as (value: unknown) => Promise<void>)(true))).toBe('COMMAND_INVALID');
    expect(await stateOf(handle.toggleCamera('boolean' as never))).toBe('COMMAND_INVALID');
    await expect((handle.startRecording as (value: unknown) => Promise<void>)('x')).rejects.toThrow(
      /`startRecording` was called with an argument.*no argument/,
    );
    expect(sent()).toEqual([]);
  });

  test('the handle stays the same', () => {
    const ref = createRef<WherebyEmbedHandle>();
    const { rerender } = render(<WherebyEmbed room={room} ref={ref} />);
    const { current } = ref;
    rerender(<WherebyEmbed room={room} displayName="Ada" ref={ref} />);
    expect(ref.current).toBe(current);
    expect(current!.iframe).toBe(frame());
    expect(Object.keys(events)).not.toContain('iframe');
  });
});
