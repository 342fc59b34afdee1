import { act, render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import { StrictMode, createRef } from 'react';
import { WherebyEmbed, events } from 'react-whereby-embed';
import type { EventProp, ExitReason, WherebyEmbedHandle, WherebyEmbedProps } from 'react-whereby-embed';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Mock } from 'vitest';
import { frame, frames, origin, post, room, samples, say } from './room.js';

const props = Object.keys(events) as EventProp[];
const other = 'https://acme.whereby.com/other';

afterEach(() => vi.restoreAllMocks());

describe('events', () => {
  test.each(props)('%s alone receives its event, with its payload', (prop) => {
    const handlers = Object.fromEntries(props.map((name) => [name, vi.fn<(payload?: unknown) => void>()])) as Record<
      EventProp,
      Mock<(payload?: unknown) => void>
    >;
    const onEvent = vi.fn();
    render(<WherebyEmbed room={room} {...handlers} onEvent={onEvent} />);
    say(prop, samples[prop]);
    for (const name of props) expect(handlers[name].mock.calls).toEqual(name === prop ? [[samples[prop]]] : []);
    expect(onEvent.mock.calls).toEqual([[{ type: events[prop].type, prop, payload: samples[prop] }]]);
  });

  test('reach the handlers of the last render', () => {
    const first = vi.fn();
    const second = vi.fn();
    const { rerender } = render(<WherebyEmbed room={room} onJoin={first} />);
    rerender(<WherebyEmbed room={room} onJoin={second} />);
    say('onJoin');
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledTimes(1);
  });

  test('arrive once in StrictMode', () => {
    const onJoin = vi.fn();
    render(
      <StrictMode>
        <WherebyEmbed room={room} onJoin={onJoin} />
      </StrictMode>,
    );
    say('onJoin');
    expect(onJoin).toHaveBeenCalledTimes(1);
  });

  test('that this version does not know reach onEvent', () => {
    const onEvent = vi.fn();
    render(<WherebyEmbed room={room} onEvent={onEvent} />);
    post({ type: 'hologram_toggle', payload: { enabled: true } });
    expect(onEvent).toHaveBeenCalledWith({ type: 'unknown', name: 'hologram_toggle', payload: { enabled: true } });
  });

  test('of one frame do not reach the handlers of another', () => {
    const heard: string[] = [];
    const embed = (name: string, address: string) => <WherebyEmbed room={address} onEvent={() => heard.push(name)} />;
    render(
      <>
        {embed('a', room)}
        {embed('b', other)}
      </>,
    );
    post({ type: 'join' }, frames()[1]!.contentWindow);
    expect(heard).toEqual(['b']);
  });
});

describe('the embed', () => {
  const countEvents = (act: () => void, more: Partial<WherebyEmbedProps> = {}) => {
    const onEvent = vi.fn();
    render(<WherebyEmbed room={room} {...more} onEvent={onEvent} />);
    act();
    return onEvent.mock.calls.length;
  };

  test('ignores messages of another window, without a source, and of another origin', () => {
    expect(countEvents(() => post({ type: 'join' }, window))).toBe(0);
    expect(countEvents(() => post({ type: 'join' }, null))).toBe(0);
    for (const from of ['https://evil.example', 'https://acme.whereby.com:444', 'http://acme.whereby.com', 'null', ''])
      expect(countEvents(() => post({ type: 'join' }, frame().contentWindow, from))).toBe(0);
  });

  test.each([null, undefined, 'join', 5, [], {}, { type: 7 }, { command: 'join' }])(
    'ignores data of another shape: %j',
    (data) => {
      const onError = vi.spyOn(window, 'onerror', 'set');
      expect(countEvents(() => post(data))).toBe(0);
      expect(onError).not.toHaveBeenCalled();
    },
  );

  test('ignores everything once it is unmounted', () => {
    const onEvent = vi.fn();
    const { unmount } = render(<WherebyEmbed room={room} onEvent={onEvent} />);
    const source = frame().contentWindow;
    unmount();
    post({ type: 'join' }, source, origin);
    expect(onEvent).not.toHaveBeenCalled();
  });

  test('leaves no listener behind', () => {
    const counts: Record<string, number> = {};
    for (const target of [window, document] as EventTarget[]) {
      const add = target.addEventListener.bind(target);
      const remove = target.removeEventListener.bind(target);
      vi.spyOn(target, 'addEventListener').mockImplementation((type, listener, options) => {
        counts[type] = (counts[type] ?? 0) + 1;
        add(type, listener, options);
      });
      vi.spyOn(target, 'removeEventListener').mockImplementation((type, listener, options) => {
        counts[type] = (counts[type] ?? 0) - 1;
        remove(type, listener, options);
      });
    }
    for (let round = 0; round < 5; round++) {
      const { unmount } = render(
        <StrictMode>
          <WherebyEmbed room={room} />
        </StrictMode>,
      );
      expect(counts.message).toBe(1);
      unmount();
    }
    expect(counts).toMatchObject({ message: 0, securitypolicyviolation: 0 });
  });
});

describe('onExit', () => {
  const onExit = vi.fn();

  test.each<[string, [EventProp, unknown?][], string]>([
    ['left', [['onLeave', { removed: false }]], 'left'],
    ['left, by a message without payload', [['onLeave']], 'left'],
    ['was removed', [['onLeave', { removed: true }]], 'removed'],
    ['saw the meeting end', [['onMeetingEnd']], 'ended'],
    ['saw the meeting end and then left', [['onMeetingEnd'], ['onLeave', { removed: false }]], 'ended'],
  ])('is called once when the participant %s', (_what, said, reason) => {
    const onExit = vi.fn();
    render(<WherebyEmbed room={room} onExit={onExit} />);
    say('onJoin');
    for (const [prop, payload] of said) say(prop, payload);
    expect(onExit.mock.calls).toEqual([[{ reason }]]);
  });

  test('is called for each stay', () => {
    const onExit = vi.fn();
    render(<WherebyEmbed room={room} onExit={onExit} />);
    for (let stay = 0; stay < 2; stay++) {
      say('onJoin');
      say('onLeave', { removed: false });
    }
    expect(onExit).toHaveBeenCalledTimes(2);
  });

  test('is not called without a stay', async () => {
    const onExit = vi.fn();
    const { unmount } = render(<WherebyEmbed room={room} onExit={onExit} />);
    say('onLeave', { removed: false });
    unmount();
    await Promise.resolve();
    expect(onExit).not.toHaveBeenCalled();
  });

  test.each<[string, ExitReason, (view: RenderResult, handle: WherebyEmbedHandle) => void]>([
    ['unmounting', 'left', ({ unmount }) => unmount()],
    ['a reload by the page', 'reloaded', (_view, handle) => act(() => handle.reload())],
    ['a reload by the room', 'reloaded', () => say('onReady')],
    ['another room', 'left', ({ rerender }) => rerender(<WherebyEmbed room={other} onExit={onExit} />)],
    ['a room that is missing', 'left', ({ rerender }) => rerender(<div />)],
  ])('is called once when %s ends the stay: %s', async (_what, reason, end) => {
    onExit.mockClear();
    const ref = createRef<WherebyEmbedHandle>();
    const view = render(<WherebyEmbed room={room} onExit={onExit} ref={ref} />);
    const handle = ref.current!;
    say('onJoin');
    end(view, handle);
    await act(async () => undefined);
    expect(onExit.mock.calls).toEqual([[{ reason }]]);
    expect(handle.getState().phase).not.toBe('joined');
  });

  test('is called once for each stay when the room reloads itself in between', () => {
    onExit.mockClear();
    const ref = createRef<WherebyEmbedHandle>();
    render(<WherebyEmbed room={room} onExit={onExit} ref={ref} />);
    say('onJoin');
    say('onParticipantUpdate', { count: 3 });
    say('onReady');
    expect(ref.current!.getState()).toMatchObject({ phase: 'precall', participantCount: undefined });
    say('onJoin');
    say('onLeave', { removed: false });
    expect(onExit.mock.calls).toEqual([[{ reason: 'reloaded' }], [{ reason: 'left' }]]);
  });
});
