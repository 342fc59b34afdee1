import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createRef } from 'react';
import { MeetingOutlet, MeetingProvider, WherebyEmbed, useMeetingControl } from 'react-whereby-embed';
import type { WherebyEmbedHandle } from 'react-whereby-embed';
import { fakeRoom } from 'react-whereby-embed/testing';
import { expect, test, vi } from 'vitest';
import { waitUntil } from '../../support/waitUntil.js';

const room = 'https://acme.whereby.com/demo';
const iframe = () => document.querySelector('iframe');

test('events reach the page, and commands of the page are recorded', async () => {
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

test('with answers, the fake room confirms every command', async () => {
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
  for (const pressed of ['false', 'true']) {
    await userEvent.click(screen.getByRole('button', { name: 'Camera' }));
    await waitUntil(() => expect(screen.getByRole('button')).toHaveAttribute('aria-pressed', pressed));
  }
});

test('throws if a test emits what no room reports', () => {
  render(<WherebyEmbed room={room} />);
  const meeting = fakeRoom(iframe(), { act });
  expect(() => meeting.emit('hologram' as 'join')).toThrow('rooms have no event "hologram"');
  expect(() => meeting.emit('camera_toggle', { open: true } as never)).toThrow(
    'the event "camera_toggle" has another payload than {"open":true}',
  );
});

test('throws if there is no frame', () => {
  expect(() => fakeRoom(null)).toThrow(expect.objectContaining({ code: 'FAKE_ROOM_REFUSED' }));
  expect(() => fakeRoom(document.createElement('iframe'))).toThrow('there is no frame');
});

test('refuses a command that is sent to another origin than the room’s', () => {
  render(<WherebyEmbed room={room} />);
  fakeRoom(iframe());
  expect(() => iframe()!.contentWindow!.postMessage({ command: 'knock', args: [] }, '*')).toThrow('only https://acme');
});

test('leaves the frame as it was when closed', () => {
  render(<WherebyEmbed room={room} />);
  const { postMessage } = iframe()!.contentWindow ?? {};
  const meeting = fakeRoom(iframe());
  meeting.close();
  expect(iframe()!.contentWindow?.postMessage).toBe(postMessage);
});
