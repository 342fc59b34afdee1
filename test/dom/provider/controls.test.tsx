import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MeetingOutlet, MeetingProvider, useMeetingControl } from 'react-whereby-embed';
import type { MeetingControlName } from 'react-whereby-embed';
import { fakeRoom } from 'react-whereby-embed/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { frame, room } from '../embed/room.js';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const Control = ({ name, label }: { name: MeetingControlName; label?: string }) => {
  const { props, enabled, pending, error } = useMeetingControl(name, { label });
  return (
    <>
      <button {...props} />
      <output>{JSON.stringify({ enabled, pending, error: error?.code })}</output>
    </>
  );
};
const state = () => JSON.parse(screen.getByRole('status').textContent!) as Record<string, unknown>;
const button = () => screen.getByRole('button');

const open = (name: MeetingControlName, label?: string) => {
  render(
    <MeetingProvider room={room}>
      <MeetingOutlet />
      <Control name={name} {...(label && { label })} />
    </MeetingProvider>,
  );
  const meeting = fakeRoom(frame(), { act });
  meeting.emit('ready');
  return meeting;
};
const wire = (meeting: ReturnType<typeof open>) => meeting.commands.map(({ command, args }) => [command, ...args]);
const settle = () => act(async () => undefined);

describe('reload', () => {
  test('loads the room again, whether or not the participant is in the call', async () => {
    const user = userEvent.setup();
    const meeting = open('reload');
    const first = frame();
    expect(button()).toBeEnabled();
    expect(button()).toHaveAccessibleName('Reload');
    await user.click(button());
    const second = frame();
    expect(second).not.toBe(first);
    expect(second.src).toBe(first.src);
    expect(meeting.commands).toEqual([]);

    const again = fakeRoom(second, { act });
    again.emit('ready');
    again.emit('join');
    await user.click(button());
    expect(frame()).not.toBe(second);
    expect(state()).toEqual({ pending: false });
  });

  test('does nothing without a room', async () => {
    render(
      <MeetingProvider>
        <Control name="reload" />
      </MeetingProvider>,
    );
    expect(button()).toBeDisabled();
    await userEvent.setup().click(button());
    expect(state()).toEqual({ pending: false });
  });
});

describe.each([
  ['camera', 'camera_toggle', 'enabled', 'toggle_camera'],
  ['microphone', 'microphone_toggle', 'enabled', 'toggle_microphone'],
  ['screenshare', 'screenshare_toggle', 'enabled', 'toggle_screenshare'],
  ['chat', 'chat_toggle', 'open', 'toggle_chat'],
  ['people', 'people_toggle', 'open', 'toggle_people'],
] as const)('%s', (name, type, field, command) => {
  const report = (meeting: ReturnType<typeof open>, on: boolean) => meeting.emit(type, { [field]: on } as never);

  test('has no pressed state before the room reports one', () => {
    const meeting = open(name);
    expect(button()).toBeDisabled();
    meeting.emit('join');
    expect(button()).toBeEnabled();
    expect(button()).not.toHaveAttribute('aria-pressed');
    expect(state()).toEqual({ pending: false });
  });

  test('toggles the state of the room, and is pending until the room confirms', async () => {
    const user = userEvent.setup();
    const meeting = open(name);
    meeting.emit('join');
    report(meeting, true);
    expect(button()).toHaveAttribute('aria-pressed', 'true');
    await user.click(button());
    expect(wire(meeting)).toEqual([[command, false]]);
    expect(state()).toEqual({ enabled: true, pending: true });
    expect(button()).toHaveAttribute('aria-disabled', 'true');
    expect(button()).toHaveFocus();
    await user.click(button());
    expect(meeting.commands).toHaveLength(1);
    report(meeting, false);
    await settle();
    expect(state()).toEqual({ enabled: false, pending: false });
    expect(button()).not.toHaveAttribute('aria-disabled');
    await user.click(button());
    expect(wire(meeting).at(-1)).toEqual([command, true]);
  });

  test('lets the room toggle while the state is unknown', async () => {
    const meeting = open(name);
    meeting.emit('join');
    await userEvent.click(button());
    expect(wire(meeting)).toEqual([[command]]);
  });
});

describe.each([
  ['recording', 'recording_status_change', 'started', 'start_recording', 'stop_recording'],
  ['streaming', 'streaming_status_change', 'streaming', 'start_streaming', 'stop_streaming'],
  ['transcription', 'transcription_status_change', 'started', 'start_live_transcription', 'stop_live_transcription'],
] as const)('%s', (name, type, on, start, stop) => {
  test('is started and stopped, and pending while the room starts it', async () => {
    const meeting = open(name);
    meeting.emit('join');
    await userEvent.click(button());
    meeting.emit(type, { status: 'starting' });
    expect(state()).toEqual({ enabled: false, pending: true });
    meeting.emit(type, { status: on } as never);
    await settle();
    expect(state()).toEqual({ enabled: true, pending: false });
    await userEvent.click(button());
    meeting.emit(type, { status: 'stopped' });
    await settle();
    expect(state()).toEqual({ enabled: false, pending: false });
    expect(wire(meeting)).toEqual([[start], [stop]]);
  });
});

test.each([
  ['breakout', 'toggle_breakout'],
  ['leave', 'leave_room'],
  ['end', 'end_meeting'],
] as const)('%s is neither on nor off, and for those who have joined', async (name, command) => {
  const meeting = open(name);
  expect(button()).toBeDisabled();
  meeting.emit('join');
  expect(button()).not.toHaveAttribute('aria-pressed');
  await userEvent.click(button());
  expect(wire(meeting)).toEqual([[command]]);
});

test('knock is available before joining, and cancels a knock too', async () => {
  const meeting = open('knock');
  expect(button()).toHaveAttribute('aria-pressed', 'false');
  await userEvent.click(button());
  meeting.emit('knock');
  await settle();
  expect(button()).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(button());
  meeting.emit('cancel_knock');
  await settle();
  expect(wire(meeting)).toEqual([['knock'], ['cancel_knock']]);
  meeting.emit('join');
  // Disabled, it would lose the focus that the click gave it.
  expect(button()).toHaveFocus();
  expect(button()).toHaveAttribute('aria-disabled', 'true');
  await userEvent.tab();
  expect(button()).toBeDisabled();
});

test('a command that the room rejects is an error of its control, and can be tried again', async () => {
  vi.useFakeTimers();
  const meeting = open('chat');
  meeting.emit('join');
  act(() => button().click());
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(state()).toEqual({ pending: false, error: 'COMMAND_TIMEOUT' });
  act(() => button().click());
  expect(state()).toEqual({ pending: true });
});

test('has a name, which may be in another language', () => {
  open('camera', 'Kamera');
  expect(screen.getByRole('button', { name: 'Kamera' })).toHaveAttribute('type', 'button');
});
