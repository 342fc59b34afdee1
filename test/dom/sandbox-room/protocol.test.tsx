import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../../../src/protocol/commands.js';
import { events } from '../../../src/protocol/events.js';
import type { CommandName, EventProp } from '../../../src/protocol/types.js';
import type { RenderOptions } from './renderRoom.js';
import { renderRoom } from './renderRoom.js';

const straightIn = { displayName: 'Ada', skipMediaPermissionPrompt: true, precallReview: false } as const;
const inside = (options: RenderOptions = {}) => renderRoom({ params: straightIn, role: 'host', ...options });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

type Room = Awaited<ReturnType<typeof renderRoom>>;
const said = ({ heard }: Room, prop: EventProp) =>
  heard.filter((one) => one.prop === prop).map(({ payload }) => payload);
const later = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** What each event takes, and what it then carries. */
const occasions: Record<EventProp, () => Promise<[room: Room, payloads: readonly unknown[]]>> = {
  onReady: async () => [await renderRoom(), [null]],
  async onGrantDevicePermission() {
    const room = await renderRoom();
    await room.press('Continue');
    return [room, [{ granted: true }]];
  },
  async onDenyDevicePermission() {
    const room = await renderRoom({ granted: false });
    await room.press('Continue');
    return [room, [{ denied: true }]];
  },
  async onPrecallCheckCompleted() {
    const room = await renderRoom({ params: { precallCeremony: true } });
    await room.press('Continue');
    await later(3_000);
    const passed = { status: 'passed' };
    const steps = { camera: passed, speaker: passed, microphone: passed, bandwidth: passed };
    return [room, [{ status: 'passed', steps }]];
  },
  async onPrecallCheckSkipped() {
    const room = await renderRoom({ params: { precallCeremony: true } });
    await room.press('Continue');
    await room.press('Skip');
    return [room, [null]];
  },
  async onKnock() {
    const room = await renderRoom({ locked: true, params: straightIn });
    await room.press('Knock');
    return [room, [null]];
  },
  async onCancelKnock() {
    const room = await renderRoom({ locked: true, params: straightIn });
    await room.press('Knock');
    await room.press('Cancel');
    return [room, [null]];
  },
  onJoin: async () => [await inside(), [null]],
  async onLeave() {
    const room = await inside();
    await room.press('Leave');
    return [room, [{ removed: false }]];
  },
  async onMeetingEnd() {
    const room = await inside();
    await room.press('More');
    await room.press('End for everyone');
    return [room, [null]];
  },
  async onParticipantUpdate() {
    const room = await inside({ people: 2 });
    act(() => void room.world.join(room.meeting.meetingId));
    return [room, [{ count: 3 }, { count: 4 }]];
  },
  async onParticipantJoin() {
    const room = await inside();
    act(() => void room.world.join(room.meeting.meetingId, { externalId: 'e-1', metadata: 'm' }));
    return [room, [{ participant: { externalId: 'e-1', metadata: 'm' } }]];
  },
  async onParticipantLeave() {
    const room = await inside();
    act(() => room.world.leave(room.world.join(room.meeting.meetingId)?.participantId ?? ''));
    return [room, [{ participant: { externalId: null, metadata: null } }]];
  },
  async onMicrophoneToggle() {
    const room = await inside();
    await room.press('Microphone');
    await room.press('Microphone');
    return [room, [{ enabled: false }, { enabled: true }]];
  },
  async onCameraToggle() {
    const room = await inside();
    await room.press('Camera');
    return [room, [{ enabled: false }]];
  },
  async onScreenshareToggle() {
    const room = await inside();
    await room.press('Share');
    await room.press('Share');
    return [room, [{ enabled: true }, { enabled: false }]];
  },
  async onChatToggle() {
    const room = await inside();
    await room.press('Chat');
    await room.press('People');
    return [room, [{ open: true }, { open: false }]];
  },
  async onPeopleToggle() {
    const room = await inside();
    await room.press('People');
    await room.press('Close');
    return [room, [{ open: true }, { open: false }]];
  },
  async onPipToggle() {
    const room = await inside();
    await room.press('Mini view');
    return [room, [{ open: true }]];
  },
  async onStreamingStatusChange() {
    const room = await inside();
    await room.command('start_streaming');
    await later(50);
    await room.command('stop_streaming');
    await later(50);
    return [room, ['requested', 'starting', 'streaming', 'stopping', 'stopped'].map((status) => ({ status }))];
  },
  async onRecordingStatusChange() {
    const room = await inside();
    await room.command('start_recording');
    await later(50);
    await room.command('stop_recording');
    return [room, ['starting', 'started', 'stopped'].map((status) => ({ status }))];
  },
  async onTranscriptionStatusChange() {
    const room = await inside();
    await room.command('start_live_transcription');
    await later(50);
    await room.command('stop_live_transcription');
    return [room, ['starting', 'started', 'stopped'].map((status) => ({ status }))];
  },
  async onConnectionStatusChange() {
    const room = await inside();
    room.lose();
    return [room, [{ status: 'unstable' }, { status: 'stable' }]];
  },
};

describe('the embedding page hears', () => {
  it.each(Object.keys(events) as EventProp[])('%s', async (prop) => {
    const [room, payloads] = await occasions[prop]();
    expect(said(room, prop)).toEqual(payloads);
    // What the room says, the protocol reads.
    for (const payload of payloads) expect(events[prop].read(payload)).toEqual(payload);
  });

  it('of a meeting’s end and the leave that comes of it, in this order, once each', async () => {
    const room = await inside();
    await room.command('end_meeting');
    expect(room.heard.slice(-2).map(({ prop }) => prop)).toEqual(['onMeetingEnd', 'onLeave']);
  });

  it('that a host removed them', async () => {
    const room = await inside({ role: 'visitor' });
    const host = room.world.join(room.meeting.meetingId, { role: 'host' });
    const participantId = room.session.getState().selfId ?? '';
    act(() => room.world.act(host?.participantId ?? '', { type: 'remove', participantId }));
    expect(said(room, 'onLeave')).toEqual([{ removed: true }]);
    expect(room.container).toHaveTextContent('A host removed you');
  });

  it('that a host turned the microphone off', async () => {
    const room = await inside({ role: 'visitor' });
    const host = room.world.join(room.meeting.meetingId, { role: 'host' });
    const participantId = room.session.getState().selfId ?? '';
    act(() => room.world.act(host?.participantId ?? '', { type: 'mute', participantId }));
    expect(said(room, 'onMicrophoneToggle')).toEqual([{ enabled: false }]);
  });
});

/** What is to be seen once a command was obeyed. */
const effects: Record<CommandName, (room: Room) => unknown> = {
  endMeeting: ({ session }) => session.getState().phase === 'ended',
  knock: ({ session }) => session.getState().phase === 'knocking',
  cancelKnock: (room) => said(room, 'onCancelKnock').length === 1,
  leaveRoom: ({ session }) => session.getState().phase === 'left',
  openSettings: () => screen.queryByRole('dialog', { name: 'Settings' })?.dataset['pane'] === 'media',
  startRecording: ({ session }) => session.getState().room?.recording === 'started',
  stopRecording: (room) => said(room, 'onRecordingStatusChange').length === 3,
  startStreaming: ({ session }) => session.getState().room?.streaming === 'streaming',
  stopStreaming: (room) => said(room, 'onStreamingStatusChange').length === 5,
  startLiveTranscription: ({ session }) => session.getState().room?.transcription === 'started',
  stopLiveTranscription: (room) => said(room, 'onTranscriptionStatusChange').length === 3,
  toggleBreakout: ({ session }) => session.getState().room?.breakout.open === true,
  toggleCamera: ({ session }) => !session.getState().self.camera,
  toggleMicrophone: ({ session }) => !session.getState().self.microphone,
  togglePeople: () => screen.queryByRole('complementary', { name: 'People' }) !== null,
  toggleScreenshare: ({ container }) => container.querySelector('.shared') !== null,
  toggleChat: () => screen.queryByRole('complementary', { name: 'Chat' }) !== null,
};

/** What must have been commanded before. */
const first: Partial<Record<CommandName, CommandName>> = {
  stopRecording: 'startRecording',
  stopStreaming: 'startStreaming',
  stopLiveTranscription: 'startLiveTranscription',
  cancelKnock: 'knock',
};

describe('the embedding page may', () => {
  const methods = Object.keys(commands) as CommandName[];

  it.each(methods)('%s', async (method) => {
    const knocks = method === 'knock' || method === 'cancelKnock';
    const room = await inside(knocks ? { locked: true, role: 'visitor' } : {});
    const before = first[method];
    if (before) {
      await room.command(commands[before].command);
      await later(50);
    }
    expect(effects[method](room)).toBe(false);
    await room.command(commands[method].command);
    await later(50);
    expect(effects[method](room)).toBe(true);
  });

  it.each(methods)('not %s from an origin that is not allowed', async (method) => {
    const room = await inside({
      commandsAllowed: false,
      ...(method === 'knock' ? { locked: true, role: 'visitor' } : {}),
    });
    await room.command(commands[method].command);
    await later(50);
    expect(effects[method](room)).toBe(false);
  });

  it.each(['endMeeting', 'startRecording', 'startStreaming', 'startLiveTranscription', 'toggleBreakout'] as const)(
    'not %s for somebody who is no host',
    async (method) => {
      const room = await inside({ role: 'visitor' });
      await room.command(commands[method].command);
      await later(50);
      expect(effects[method](room)).toBe(false);
    },
  );

  it('say on or off, and hear nothing where it is so already', async () => {
    const room = await inside();
    await room.command('toggle_camera', true);
    expect(said(room, 'onCameraToggle')).toEqual([]);
    await room.command('toggle_camera', false);
    await room.command('toggle_chat', true);
    await room.command('toggle_chat', true);
    expect(said(room, 'onCameraToggle')).toEqual([{ enabled: false }]);
    expect(said(room, 'onChatToggle')).toEqual([{ open: true }]);
  });
});

describe('who comes to the room', () => {
  it('is asked for a name the room takes', async () => {
    const room = await renderRoom({ params: { skipMediaPermissionPrompt: true, precallReview: false } });
    await room.press('Join');
    expect(screen.getByRole('alert')).toHaveTextContent('enter a name');
    fireEvent.change(screen.getByLabelText('Your name'), { target: { value: 'Ada <3' } });
    await room.press('Join');
    expect(room.session.getState().phase).toBe('review');
    fireEvent.change(screen.getByLabelText('Your name'), { target: { value: 'Ada' } });
    await room.press('Join');
    expect(room.session.getState().phase).toBe('joined');
  });

  it('waits before a locked room until a host lets them in', async () => {
    const room = await renderRoom({ locked: true, params: straightIn });
    await room.command('knock');
    const knockId = room.world.findMeeting('/demo')?.knocks[0]?.knockId ?? '';
    act(() => void room.world.admit(room.meeting.meetingId, knockId));
    expect(room.session.getState()).toMatchObject({ phase: 'joined', role: 'granted_visitor' });
  });

  it('is told when a host turned them away, and can knock again', async () => {
    const room = await renderRoom({ locked: true, params: straightIn });
    await room.command('knock');
    const knockId = room.world.findMeeting('/demo')?.knocks[0]?.knockId ?? '';
    act(() => room.world.reject(room.meeting.meetingId, knockId));
    expect(room.container).toHaveTextContent('not let in');
    await room.press('Knock again');
    expect(room.session.getState().phase).toBe('knocking');
  });

  it.each(['host', 'viewer'] as const)('with a %s’s key walks into a locked room', async (role) => {
    const room = await renderRoom({ locked: true, role, params: straightIn });
    expect(room.session.getState()).toMatchObject({ phase: 'joined', role });
    expect(screen.queryByRole('button', { name: 'Camera' }) === null).toBe(role === 'viewer');
  });

  it('is in the same room after the connection was lost', async () => {
    const room = await inside({ people: 2 });
    await room.command('toggle_camera', false);
    room.lose();
    expect(room.session.getState()).toMatchObject({ phase: 'joined', connection: 'stable' });
    const me = room.session
      .getState()
      .room?.participants.find((one) => one.participantId === room.session.getState().selfId);
    expect(me).toMatchObject({ displayName: 'Ada', camera: false });
    expect(said(room, 'onJoin')).toHaveLength(1);
  });
});

describe('the test before the call', () => {
  const test = async (more: Parameters<typeof renderRoom>[0] = {}) => {
    const room = await renderRoom({ ...more, params: { precallCeremony: true, ...more.params } });
    await room.press('Continue');
    return room;
  };
  const statusOf = async (room: Awaited<ReturnType<typeof test>>) => {
    await later(3_000);
    const { status, steps } = said(room, 'onPrecallCheckCompleted')[0] as {
      status: string;
      steps: Record<string, { status: string }>;
    };
    return [status, Object.keys(steps).filter((step) => steps[step]?.status === 'failed')];
  };

  it('fails for what does not work, and names what was tried', async () => {
    const room = await test({ broken: ['speaker'] });
    expect(await statusOf(room)).toEqual(['failed', ['speaker']]);
    expect(room.container).toHaveTextContent('The microphone');
  });

  it('needs no camera where none may be used', async () => {
    expect(await statusOf(await test({ broken: ['camera'], params: { cameraAccess: false } }))).toEqual(['passed', []]);
  });

  it('fails for camera and microphone that were refused, without trying them', async () => {
    expect(await statusOf(await test({ granted: false }))).toEqual(['failed', ['camera', 'microphone']]);
  });

  it('fails for the network while the connection is pretended to be bad', async () => {
    const room = await test();
    act(() => room.session.actions.setConnection('unstable'));
    expect(await statusOf(room)).toEqual(['failed', ['bandwidth']]);
  });

  it('tells nothing more once it is skipped', async () => {
    const room = await test();
    await room.press('Skip');
    await later(3_000);
    expect(said(room, 'onPrecallCheckCompleted')).toEqual([]);
  });
});

describe('a recording on this device', () => {
  it('is this browser’s own: neither room, events nor other people know of it', async () => {
    const room = await inside({ role: 'host', params: { ...straightIn, recording: true } });
    await room.press('More');
    await room.press('Record on this device');
    expect(room.container.querySelector('[data-live=localRecording]')).not.toBeNull();
    expect(room.session.getState().room?.recording).toBe('stopped');
    expect(room.container.querySelector('[data-live=recording]')).toBeNull();
    await room.command('start_recording');
    await later(50);
    expect(said(room, 'onRecordingStatusChange').at(-1)).toEqual({ status: 'started' });
    await room.press('Record on this device');
    expect(room.container.querySelector('[data-live=localRecording]')).toBeNull();
    expect(room.session.getState().room?.recording).toBe('started');
  });

  it('is not to be had without the parameter, or by visitors', async () => {
    const host = await inside({ role: 'host', params: straightIn });
    host.session.actions.setLocalRecording(true);
    expect(host.session.getState().localRecording).toBe(false);
  });
});

describe('what a meeting was created to prompt for', () => {
  const settings = {
    recording: { type: 'cloud', startTrigger: 'prompt' },
    streaming: { startTrigger: 'prompt' },
  } as const;
  const asked = ({ container }: Room) =>
    [...container.querySelectorAll<HTMLElement>('[data-prompt]')].map((one) => one.dataset['prompt']);

  it('hosts are asked for, start or leave be, and not asked again', async () => {
    const room = await inside({ settings });
    expect(asked(room)).toEqual(['recording', 'streaming']);
    await room.press('Continue');
    await later(50);
    expect(room.session.getState().room).toMatchObject({ recording: 'started', streaming: 'stopped' });
    expect(asked(room)).toEqual(['streaming']);
    await room.press('Cancel');
    await room.command('stop_recording');
    await later(50);
    expect(asked(room)).toEqual([]);
    expect(room.session.getState().room).toMatchObject({ recording: 'stopped', streaming: 'stopped' });
  });

  it('visitors are not asked for, nor hosts whose recording controls are off', async () => {
    expect(asked(await inside({ settings, role: 'visitor' }))).toEqual([]);
    cleanup();
    expect(asked(await inside({ settings, params: { ...straightIn, recording: false } }))).toEqual(['streaming']);
  });
});
