import { render } from '@testing-library/react';
import { WherebyEmbed } from 'react-whereby-embed';
import { fakeRoom } from 'react-whereby-embed/testing';
import { describe, expect, test, vi } from 'vitest';
import { frameOf, freshRoom, until } from './echoRoom.js';

const inBrowser = expect.objectContaining({ name: 'WherebyError', code: 'FAKE_ROOM_IN_BROWSER' }) as Error;

describe('fakeRoom in a real browser', () => {
  test('says what to use instead, for a frame that has loaded a room of another origin', async () => {
    const onReady = vi.fn();
    const { unmount } = render(<WherebyEmbed room={freshRoom()} onReady={onReady} />);
    await until(() => onReady.mock.calls.length);
    expect(() => fakeRoom(frameOf())).toThrow(inBrowser);
    expect(() => fakeRoom(frameOf())).toThrow(/`fakeRoomInPage`/);
    unmount();
  });

  test('says so as soon as the room has loaded, for a frame that was still empty', async () => {
    const onReady = vi.fn();
    const { unmount } = render(<WherebyEmbed room={freshRoom()} onReady={onReady} />);
    const room = fakeRoom(frameOf());
    await until(() => onReady.mock.calls.length);
    expect(() => room.emit('join')).toThrow(inBrowser);
    expect(() => room.commands).toThrow(inBrowser);
    unmount();
  });
});
