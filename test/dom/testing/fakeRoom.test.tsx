import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createRef } from 'react';
import { MeetingOutlet, MeetingProvider, WherebyEmbed, useMeetingControl } from 'react-whereby-embed';
import type { WherebyEmbedHandle } from 'react-whereby-embed';
import { fakeRoom } from 'react-whereby-embed/testing';
import { expect, test, vi } from 'vitest';

const room = 'https://acme.whereby.com/demo';
const iframe = () => document.querySelector('iframe');

test('what the room says reaches the page, and what the page sends is recorded', async () => {
  const onJoin = vi.fn();
  const ref = createRef<WherebyEmbedHandle>();
  render(<WherebyEmbed room={room} onJoin={onJoin} ref={ref} />);
  const meeting = fakeRoom(iframe(), { act });
  meeting.emit('ready');
  meeting.emit('join');
  expect(onJoin).toHaveBeenCalledTimes(1);
  void ref.current!.toggleCamera(false);
  expect(meeting.commands).toEqual([{ method: 'toggleCamera', command: 'toggle_camera', args: [false] }]);
});

test('a room that answers confirms what it is asked for', async () => {
  const Camera = () => <button {...useMeetingControl('camera').props} />;
  render(
    <MeetingProvider room={room}>
      <MeetingOutlet />
      <Camera />
    </MeetingProvider>,
  );
  const meeting = fakeRoom(iframe(), { act, answers: true });
  meeting.emit('ready');
  meeting.emit('join');
  for (const pressed of ['true', 'false']) {
    await userEvent.click(screen.getByRole('button', { name: 'Camera' }));
    await vi.waitFor(() => expect(screen.getByRole('button')).toHaveAttribute('aria-pressed', pressed));
  }
});

test('what no room says fails the test that says it', () => {
  render(<WherebyEmbed room={room} />);
  const meeting = fakeRoom(iframe(), { act });
  expect(() => meeting.emit('hologram' as 'join')).toThrow('no room says "hologram"');
  expect(() => meeting.emit('camera_toggle', { open: true } as never)).toThrow('no room says "camera_toggle" with');
});

test('without a frame it says so', () => {
  expect(() => fakeRoom(null)).toThrow(expect.objectContaining({ code: 'FAKE_ROOM_REFUSED' }));
  expect(() => fakeRoom(document.createElement('iframe'))).toThrow('there is no frame');
});

test('a command for another origin than the room’s is refused', () => {
  render(<WherebyEmbed room={room} />);
  fakeRoom(iframe());
  expect(() => iframe()!.contentWindow!.postMessage({ command: 'knock', args: [] }, '*')).toThrow('only https://acme');
});

test('closed, it leaves the frame as it was', () => {
  render(<WherebyEmbed room={room} />);
  const { postMessage } = iframe()!.contentWindow ?? {};
  const meeting = fakeRoom(iframe());
  meeting.close();
  expect(iframe()!.contentWindow?.postMessage).toBe(postMessage);
});
