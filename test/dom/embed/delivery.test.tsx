import { render } from '@testing-library/react';
import { createRef } from 'react';
import { WherebyEmbed } from 'react-whereby-embed';
import type { WherebyEmbedHandle } from 'react-whereby-embed';
import type { MockInstance } from 'vitest';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { frame, post, room, say } from './room.js';

describe('the order of delivery', () => {
  test('is state, onEvent, the handler of the event, onExit', () => {
    const calls: string[] = [];
    let handle: WherebyEmbedHandle | null = null;
    const note = (name: string) => () => calls.push(`${name} (${handle?.getState().phase})`);
    render(
      <WherebyEmbed
        ref={(next) => void (handle = next)}
        room={room}
        onEvent={note('onEvent')}
        onLeave={note('onLeave')}
        onExit={note('onExit')}
      />,
    );
    say('onJoin');
    calls.length = 0;
    handle!.subscribe(note('subscriber'));
    say('onLeave', { removed: false });
    expect(calls).toEqual(['subscriber (left)', 'onEvent (left)', 'onLeave (left)', 'onExit (left)']);
  });

  test('ends a stay before the next one begins when the room reloads itself, and drops what it has not confirmed', async () => {
    const calls: string[] = [];
    const note = (name: string) => () => calls.push(name);
    const ref = createRef<WherebyEmbedHandle>();
    render(<WherebyEmbed ref={ref} room={room} onReady={note('onReady')} onExit={note('onExit')} />);
    say('onReady');
    say('onJoin');
    const command = ref.current!.toggleCamera(false);
    say('onReady');
    expect(calls).toEqual(['onReady', 'onExit', 'onReady']);
    await expect(command).rejects.toMatchObject({ code: 'COMMAND_CANCELLED' });
    expect(ref.current!.getState().phase).toBe('precall');
  });
});

describe('a handler that throws', () => {
  test.each(['onEvent', 'onJoin', 'onLeave', 'onExit'] as const)(
    'of %s is reported as an uncaught error and stops none of the others',
    (thrower) => {
      const reported = vi.fn();
      // jsdom has none.
      vi.stubGlobal('reportError', reported);
      const calls: string[] = [];
      const fault = new Error('analytics is not defined');
      const note = (name: string) => () => {
        calls.push(name);
        if (name === thrower) throw fault;
      };
      let handle: WherebyEmbedHandle | null = null;
      render(
        <WherebyEmbed
          ref={(next) => void (handle = next)}
          room={room}
          onEvent={note('onEvent')}
          onJoin={note('onJoin')}
          onLeave={note('onLeave')}
          onExit={note('onExit')}
        />,
      );
      say('onJoin');
      say('onLeave', { removed: false });
      expect(calls).toEqual(['onEvent', 'onJoin', 'onEvent', 'onLeave', 'onExit']);
      expect(reported.mock.calls).toEqual(calls.filter((name) => name === thrower).map(() => [fault]));
      expect(handle!.getState().phase).toBe('left');
      vi.unstubAllGlobals();
    },
  );
});

describe('a message that does not count', () => {
  let warn: MockInstance<typeof console.warn>;
  const texts = () => warn.mock.calls.map(([text]) => String(text));

  beforeEach(() => {
    warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  test('of a wrong origin is reported once in development, with what to do', () => {
    render(<WherebyEmbed room={room} />);
    for (let round = 0; round < 3; round++) post({ type: 'ready' }, frame().contentWindow, 'https://moved.whereby.com');
    expect(texts()).toEqual([
      expect.stringMatching(/https:\/\/moved\.whereby\.com but the room is at https:\/\/acme\.whereby\.com.*as `room`/),
    ]);
  });

  test('of a room without an origin is reported with what sandboxes it', () => {
    render(<WherebyEmbed room={room} />);
    post({ type: 'ready' }, frame().contentWindow, 'null');
    expect(texts()).toEqual([expect.stringMatching(/is sandboxed.*`allow-same-origin`/)]);
  });

  test('of a wrong shape is reported once in development, with what to do', () => {
    render(<WherebyEmbed room={room} />);
    post('hello');
    post({ kind: 'hello' });
    expect(texts()).toEqual([expect.stringMatching(/other than a message of a room.*Check that `room`/)]);
  });

  test('of another window is reported if it is the room in that window', () => {
    render(<WherebyEmbed room={room} />);
    post({ type: 'join' }, window);
    expect(texts()).toEqual([expect.stringMatching(/a window that is not the frame/)]);
  });

  test('of another window is not reported if it is not about this room', () => {
    render(
      <>
        <WherebyEmbed room={room} />
        <WherebyEmbed room={room} />
      </>,
    );
    const [, second] = document.querySelectorAll('iframe');
    post({ type: 'join' }, second!.contentWindow);
    post({ type: 'webpackOk' }, window);
    post({ type: 'join' }, window, 'https://elsewhere.example');
    expect(texts()).toEqual([]);
  });

  test('of any kind is not reported in production', () => {
    vi.stubEnv('NODE_ENV', 'production');
    render(<WherebyEmbed room={room} />);
    post('hello');
    post({ type: 'join' }, window);
    post({ type: 'ready' }, frame().contentWindow, 'https://moved.whereby.com');
    expect(texts()).toEqual([]);
  });
});
