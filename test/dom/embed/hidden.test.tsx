import { act, render } from '@testing-library/react';
import * as React from 'react';
import { StrictMode, createRef } from 'react';
import type { ReactNode } from 'react';
import { WherebyEmbed } from 'react-whereby-embed';
import type { WherebyEmbedHandle } from 'react-whereby-embed';
import { describe, expect, test, vi } from 'vitest';
import { frame, frames, room, say } from './room.js';

/** React 19.2 has it: https://react.dev/reference/react/Activity */
const { Activity } = React as { Activity?: (props: { mode: 'visible' | 'hidden'; children: ReactNode }) => ReactNode };

describe.runIf(Activity)('an embed in a hidden Activity', () => {
  const open = () => {
    const onExit = vi.fn();
    const onError = vi.fn();
    const ref = createRef<WherebyEmbedHandle>();
    const page = (mode: 'visible' | 'hidden') => {
      const Boundary = Activity!;
      return (
        <StrictMode>
          <Boundary mode={mode}>
            <WherebyEmbed room={room} onExit={onExit} onError={onError} ref={ref} />
          </Boundary>
        </StrictMode>
      );
    };
    const { rerender } = render(page('visible'));
    const handle = ref.current!;
    const set = (mode: 'visible' | 'hidden') => act(async () => rerender(page(mode)));
    return { onExit, onError, handle, set };
  };

  test('has left the meeting, once, and its frame is unloaded', async () => {
    const { onExit, handle, set } = open();
    say('onJoin');
    const before = frame();
    await set('hidden');
    expect(onExit.mock.calls).toEqual([[{ reason: 'left' }]]);
    expect(handle.getState().phase).toBe('left');
    expect(frames()).toEqual([before]);
    expect(before.hasAttribute('src')).toBe(false);
    await set('visible');
    expect(onExit).toHaveBeenCalledTimes(1);
  });

  test('loads the room in a new frame when it is shown again', async () => {
    const { handle, set } = open();
    say('onJoin');
    const before = frame();
    await set('hidden');
    await set('visible');
    expect(frames()).toHaveLength(1);
    expect(frame()).not.toBe(before);
    expect(handle.getState().phase).toBe('loading');
    say('onJoin');
    expect(handle.getState().phase).toBe('joined');
  });

  test('does not time out when its lazy frame, unloaded while hidden, loads the empty document', async () => {
    // jsdom does not have the property.
    Object.defineProperty(HTMLIFrameElement.prototype, 'loading', { value: 'lazy', configurable: true });
    const { onError, set } = open();
    const before = frame();
    await set('hidden');
    vi.useFakeTimers();
    before.dispatchEvent(new Event('load'));
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
    Reflect.deleteProperty(HTMLIFrameElement.prototype, 'loading');
    expect(onError).not.toHaveBeenCalled();
  });
});
