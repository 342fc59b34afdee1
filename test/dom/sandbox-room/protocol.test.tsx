import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../../../src/protocol/commands.js';
import { events } from '../../../src/protocol/events.js';
import type { CommandName, EventProp } from '../../../src/protocol/types.js';
import type { RenderOptions } from './renderRoom.js';
import { renderRoom } from './renderRoom.js';

const enterDirectly = { displayName: 'Ada', skipMediaPermissionPrompt: true, precallReview: false } as const;
const renderJoined = (options: RenderOptions = {}) => renderRoom({ params: enterDirectly, role: 'host', ...options });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

type Room = Awaited<ReturnType<typeof renderRoom>>;
const listPayloads = ({ posted }: Room, prop: EventProp) =>
  posted.filter((one) => one.prop === prop).map(({ payload }) => payload);
const advance = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** What makes the room emit each event, and with which payloads. */
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
    await advance(3_000);
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
    const room = await renderRoom({ locked: true, params: enterDirectly });
    await room.press('Knock');
    return [room, [null]];
  },
  async onCancelKnock() {
    const room = await renderRoom({ locked: true, params: enterDirectly });
    await room.press('Knock');
    await room.press('Cancel');
    return [room, [null]];
  },
  onJoin: async () => [await renderJoined(), [null]],
  async onLeave() {
    const room = await renderJoined();
    await room.press('Leave');
    return [room, [{ removed: false }]];
  },
  async onMeetingEnd() {
    const room = await renderJoined();
    await room.press('More');
    await room.press('End for everyone');
    return [room, [null]];
  },
  async onParticipantUpdate() {
    const room = await renderJoined({ people: 2 });
    act(() => void room.world.join(room.meeting.meetingId));
    return [room, [{ count: 3 }, { count: 4 }]];
  },
  async onParticipantJoin() {
    const room = await renderJoined();
    act(() => void room.world.join(room.meeting.meetingId, { externalId: 'e-1', metadata: 'm' }));
    return [room, [{ participant: { externalId: 'e-1', metadata: 'm' } }]];
  },
  async onParticipantLeave() {
    const room = await renderJoined();
    act(() => room.world.leave(room.world.join(room.meeting.meetingId)?.participantId ?? ''));
    return [room, [{ participant: { externalId: null, metadata: null } }]];
  },
  async onMicrophoneToggle() {
    const room = await renderJoined();
    await room.press('Microphone');
    await room.press('Microphone');
    return [room, [{ enabled: false }, { enabled: true }]];
  },
  async onCameraToggle() {
    const room = await renderJoined();
    await room.press('Camera');
    return [room, [{ enabled: false }]];
  },
  async onScreenshareToggle() {
    const room = await renderJoined();
    await room.press('Share');
    await room.press('Share');
    return [room, [{ enabled: true }, { enabled: false }]];
  },
  async onChatToggle() {
    const room = await renderJoined();
    await room.press('Chat');
    await room.press('People');
    return [room, [{ open: true }, { open: false }]];
  },
  async onPeopleToggle() {
    const room = await renderJoined();
    await room.press('People');
    await room.press('Close');
    return [room, [{ open: true }, { open: false }]];
  },
  async onPipToggle() {
    const room = await renderJoined();
    await room.press('Mini view');
    return [room, [{ open: true }]];
  },
  async onStreamingStatusChange() {
    const room = await renderJoined();
    await room.command('start_streaming');
    await advance(50);
    await room.command('stop_streaming');
    await advance(50);
    return [room, ['requested', 'starting', 'streaming', 'stopping', 'stopped'].map((status) => ({ status }))];
  },
  async onRecordingStatusChange() {
    const room = await renderJoined();
    await room.command('start_recording');
    await advance(50);
    await room.command('stop_recording');
    return [room, ['starting', 'started', 'stopped'].map((status) => ({ status }))];
  },
  async onTranscriptionStatusChange() {
    const room = await renderJoined();
    await room.command('start_live_transcription');
    await advance(50);
    await room.command('stop_live_transcription');
    return [room, ['starting', 'started', 'stopped'].map((status) => ({ status }))];
  },
  async onConnectionStatusChange() {
    const room = await renderJoined();
    room.loseConnection();
    return [room, [{ status: 'unstable' }, { status: 'stable' }]];
  },
};

describe('the embedding page receives', () => {
  it.each(Object.keys(events) as EventProp[])('%s', async (prop) => {
    const [room, payloads] = await occasions[prop]();
    expect(listPayloads(room, prop)).toEqual(payloads);
    // The protocol reads what the room posts.
    for (const payload of payloads) expect(events[prop].read(payload)).toEqual(payload);
  });

  it('onMeetingEnd and then onLeave, once each, when a host ends the meeting', async () => {
    const room = await renderJoined();
    await room.command('end_meeting');
    expect(room.posted.slice(-2).map(({ prop }) => prop)).toEqual(['onMeetingEnd', 'onLeave']);
  });

  it('onLeave with removed: true when a host removes the participant', async () => {
    const room = await renderJoined({ role: 'visitor' });
    const host = room.world.join(room.meeting.meetingId, { role: 'host' });
    const participantId = room.session.getState().selfId ?? '';
    act(() => room.world.act(host?.participantId ?? '', { type: 'remove', participantId }));
    expect(listPayloads(room, 'onLeave')).toEqual([{ removed: true }]);
    expect(room.container).toHaveTextContent('A host removed you');
  });

  it('onMicrophoneToggle when a host mutes the participant', async () => {
    const room = await renderJoined({ role: 'visitor' });
    const host = room.world.join(room.meeting.meetingId, { role: 'host' });
    const participantId = room.session.getState().selfId ?? '';
    act(() => room.world.act(host?.participantId ?? '', { type: 'mute', participantId }));
    expect(listPayloads(room, 'onMicrophoneToggle')).toEqual([{ enabled: false }]);
  });
});

/** Whether a command has had its effect. */
const effects: Record<CommandName, (room: Room) => unknown> = {
  endMeeting: ({ session }) => session.getState().phase === 'ended',
  knock: ({ session }) => session.getState().phase === 'knocking',
  cancelKnock: (room) => listPayloads(room, 'onCancelKnock').length === 1,
  leaveRoom: ({ session }) => session.getState().phase === 'left',
  openSettings: () => screen.queryByRole('dialog', { name: 'Settings' })?.dataset['pane'] === 'media',
  startRecording: ({ session }) => session.getState().room?.recording === 'started',
  stopRecording: (room) => listPayloads(room, 'onRecordingStatusChange').length === 3,
  startStreaming: ({ session }) => session.getState().room?.streaming === 'streaming',
  stopStreaming: (room) => listPayloads(room, 'onStreamingStatusChange').length === 5,
  startLiveTranscription: ({ session }) => session.getState().room?.transcription === 'started',
  stopLiveTranscription: (room) => listPayloads(room, 'onTranscriptionStatusChange').length === 3,
  toggleBreakout: ({ session }) => session.getState().room?.breakout.open === true,
  toggleCamera: ({ session }) => !session.getState().self.camera,
  toggleMicrophone: ({ session }) => !session.getState().self.microphone,
  togglePeople: () => screen.queryByRole('complementary', { name: 'People' }) !== null,
  toggleScreenshare: ({ container }) => container.querySelector('.shared') !== null,
  toggleChat: () => screen.queryByRole('complementary', { name: 'Chat' }) !== null,
};

/** The command that must come before. */
const first: Partial<Record<CommandName, CommandName>> = {
  stopRecording: 'startRecording',
  stopStreaming: 'startStreaming',
  stopLiveTranscription: 'startLiveTranscription',
  cancelKnock: 'knock',
};

describe('a command of the embedding page', () => {
  const methods = Object.keys(commands) as CommandName[];

  it.each(methods)('%s has its effect', async (method) => {
    const knocks = method === 'knock' || method === 'cancelKnock';
    const room = await renderJoined(knocks ? { locked: true, role: 'visitor' } : {});
    const before = first[method];
    if (before) {
      await room.command(commands[before].command);
      await advance(50);
    }
    expect(effects[method](room)).toBe(false);
    await room.command(commands[method].command);
    await advance(50);
    expect(effects[method](room)).toBe(true);
  });

  it.each(methods)('%s has no effect from an origin that is not allowed', async (method) => {
    const room = await renderJoined({
      commandsAllowed: false,
      ...(method === 'knock' ? { locked: true, role: 'visitor' } : {}),
    });
    await room.command(commands[method].command);
    await advance(50);
    expect(effects[method](room)).toBe(false);
  });

  it.each(['endMeeting', 'startRecording', 'startStreaming', 'startLiveTranscription', 'toggleBreakout'] as const)(
    '%s has no effect for someone who is not a host',
    async (method) => {
      const room = await renderJoined({ role: 'visitor' });
      await room.command(commands[method].command);
      await advance(50);
      expect(effects[method](room)).toBe(false);
    },
  );

  it('toggle_camera or toggle_chat can name a state, and emits nothing if that is the state already', async () => {
    const room = await renderJoined();
    await room.command('toggle_camera', true);
    expect(listPayloads(room, 'onCameraToggle')).toEqual([]);
    await room.command('toggle_camera', false);
    await room.command('toggle_chat', true);
    await room.command('toggle_chat', true);
    expect(listPayloads(room, 'onCameraToggle')).toEqual([{ enabled: false }]);
    expect(listPayloads(room, 'onChatToggle')).toEqual([{ open: true }]);
  });
});

describe('someone who opens the room', () => {
  it('is asked for a valid name', async () => {
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

  it('waits at a locked room until a host admits them', async () => {
    const room = await renderRoom({ locked: true, params: enterDirectly });
    await room.command('knock');
    const knockId = room.world.findMeeting('/demo')?.knocks[0]?.knockId ?? '';
    act(() => void room.world.admit(room.meeting.meetingId, knockId));
    expect(room.session.getState()).toMatchObject({ phase: 'joined', role: 'granted_visitor' });
  });

  it('is notified when a host rejects them, and can knock again', async () => {
    const room = await renderRoom({ locked: true, params: enterDirectly });
    await room.command('knock');
    const knockId = room.world.findMeeting('/demo')?.knocks[0]?.knockId ?? '';
    act(() => room.world.reject(room.meeting.meetingId, knockId));
    expect(room.container).toHaveTextContent('not let in');
    await room.press('Knock again');
    expect(room.session.getState().phase).toBe('knocking');
  });

  it.each(['host', 'viewer'] as const)('enters a locked room with the key of a %s', async (role) => {
    const room = await renderRoom({ locked: true, role, params: enterDirectly });
    expect(room.session.getState()).toMatchObject({ phase: 'joined', role });
    expect(screen.queryByRole('button', { name: 'Camera' }) === null).toBe(role === 'viewer');
  });

  it('is back in the room after the connection was lost', async () => {
    const room = await renderJoined({ people: 2 });
    await room.command('toggle_camera', false);
    room.loseConnection();
    expect(room.session.getState()).toMatchObject({ phase: 'joined', connection: 'stable' });
    const me = room.session
      .getState()
      .room?.participants.find((one) => one.participantId === room.session.getState().selfId);
    expect(me).toMatchObject({ displayName: 'Ada', camera: false });
    expect(listPayloads(room, 'onJoin')).toHaveLength(1);
  });
});

describe('the check before the call', () => {
  const startCheck = async (more: Parameters<typeof renderRoom>[0] = {}) => {
    const room = await renderRoom({ ...more, params: { precallCeremony: true, ...more.params } });
    await room.press('Continue');
    return room;
  };
  const completeCheck = async (room: Awaited<ReturnType<typeof startCheck>>) => {
    await advance(3_000);
    const { status, steps } = listPayloads(room, 'onPrecallCheckCompleted')[0] as {
      status: string;
      steps: Record<string, { status: string }>;
    };
    return [status, Object.keys(steps).filter((step) => steps[step]?.status === 'failed')];
  };

  it('fails for a device that does not work, and names the devices', async () => {
    const room = await startCheck({ broken: ['speaker'] });
    expect(await completeCheck(room)).toEqual(['failed', ['speaker']]);
    expect(room.container).toHaveTextContent('The microphone');
  });

  it('needs no camera if cameraAccess is off', async () => {
    expect(await completeCheck(await startCheck({ broken: ['camera'], params: { cameraAccess: false } }))).toEqual([
      'passed',
      [],
    ]);
  });

  it('fails for a denied camera and microphone, without trying them', async () => {
    expect(await completeCheck(await startCheck({ granted: false }))).toEqual(['failed', ['camera', 'microphone']]);
  });

  it('fails for the network while the inspector simulates a bad connection', async () => {
    const room = await startCheck();
    act(() => room.session.actions.setConnection('unstable'));
    expect(await completeCheck(room)).toEqual(['failed', ['bandwidth']]);
  });

  it('emits nothing more once it is skipped', async () => {
    const room = await startCheck();
    await room.press('Skip');
    await advance(3_000);
    expect(listPayloads(room, 'onPrecallCheckCompleted')).toEqual([]);
  });
});

describe('a recording on this device', () => {
  it('changes neither the room’s state nor its recording, and emits no event', async () => {
    const room = await renderJoined({ role: 'host', params: { ...enterDirectly, recording: true } });
    await room.press('More');
    await room.press('Record on this device');
    expect(room.container.querySelector('[data-live=localRecording]')).not.toBeNull();
    expect(room.session.getState().room?.recording).toBe('stopped');
    expect(room.container.querySelector('[data-live=recording]')).toBeNull();
    await room.command('start_recording');
    await advance(50);
    expect(listPayloads(room, 'onRecordingStatusChange').at(-1)).toEqual({ status: 'started' });
    await room.press('More');
    await room.press('Stop recording on this device');
    expect(room.container.querySelector('[data-live=localRecording]')).toBeNull();
    expect(room.session.getState().room?.recording).toBe('started');
  });

  it('is not available without the parameter', async () => {
    const host = await renderJoined({ role: 'host', params: enterDirectly });
    host.session.actions.setLocalRecording(true);
    expect(host.session.getState().localRecording).toBe(false);
  });
});

describe('a meeting created with startTrigger: prompt', () => {
  const settings = {
    recording: { type: 'cloud', startTrigger: 'prompt' },
    streaming: { startTrigger: 'prompt' },
  } as const;
  const listPrompts = ({ container }: Room) =>
    [...container.querySelectorAll<HTMLElement>('[data-prompt]')].map((one) => one.dataset['prompt']);

  it('asks hosts to start recording and streaming, once each', async () => {
    const room = await renderJoined({ settings });
    expect(listPrompts(room)).toEqual(['recording', 'streaming']);
    await room.press('Continue');
    await advance(50);
    expect(room.session.getState().room).toMatchObject({ recording: 'started', streaming: 'stopped' });
    expect(listPrompts(room)).toEqual(['streaming']);
    await room.press('Cancel');
    await room.command('stop_recording');
    await advance(50);
    expect(listPrompts(room)).toEqual([]);
    expect(room.session.getState().room).toMatchObject({ recording: 'stopped', streaming: 'stopped' });
  });

  it('does not ask visitors, or hosts without recording controls', async () => {
    expect(listPrompts(await renderJoined({ settings, role: 'visitor' }))).toEqual([]);
    cleanup();
    expect(listPrompts(await renderJoined({ settings, params: { ...enterDirectly, recording: false } }))).toEqual([
      'streaming',
    ]);
  });
});
