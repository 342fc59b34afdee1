import fc from 'fast-check';
import { events } from 'react-whereby-embed';
import type { EventProp, MeetingState } from 'react-whereby-embed';
import { expect, test } from 'vitest';
import { readReported } from '../../../src/meeting/reduceEvent.js';
import { eventProps } from '../../../src/protocol/events.js';
import { readMessage } from '../../../src/protocol/readMessage.js';
import { samples } from '../../support/samples.js';
import { openStore } from './support/openStore.js';

test('the phase follows a meeting from loading to leaving', () => {
  const { emit, state } = openStore();
  const phases = [state().phase];
  for (const prop of ['onReady', 'onKnock', 'onCancelKnock', 'onKnock', 'onJoin', 'onLeave'] as const) {
    emit(prop);
    phases.push(state().phase);
  }
  expect(phases).toEqual(['loading', 'precall', 'knocking', 'precall', 'knocking', 'joined', 'left']);
  expect(state().reason).toBe('left');
});

test('the reason tells a removal and an end from a leave, even if the room reports a leave after the end', () => {
  const removed = openStore();
  removed.emit('onJoin');
  removed.emit('onLeave', { removed: true });
  expect(removed.state()).toMatchObject({ phase: 'left', reason: 'removed' });
  const ended = openStore();
  ended.emit('onJoin');
  ended.emit('onMeetingEnd');
  ended.emit('onLeave', { removed: false });
  expect(ended.state()).toMatchObject({ phase: 'ended', reason: 'ended' });
});

test('the reason is reset when the participant joins again', () => {
  const { emit, state } = openStore();
  for (const prop of ['onJoin', 'onLeave', 'onJoin'] as const) emit(prop);
  expect(state()).toMatchObject({ phase: 'joined', reason: undefined });
});

test('a knock does not change the phase of a joined meeting', () => {
  const { emit, state } = openStore();
  emit('onJoin');
  emit('onKnock');
  expect(state().phase).toBe('joined');
});

test('a cancelled knock does not change the phase of a joined meeting', () => {
  const { emit, state } = openStore();
  emit('onJoin');
  emit('onCancelKnock');
  expect(state().phase).toBe('joined');
});

test.each([
  ['onCameraToggle', { enabled: false }, { camera: false }],
  ['onMicrophoneToggle', { enabled: true }, { microphone: true }],
  ['onScreenshareToggle', { enabled: true }, { screenshare: true }],
  ['onChatToggle', { open: true }, { chat: true }],
  ['onPeopleToggle', { open: false }, { people: false }],
  ['onPipToggle', { open: true }, { pictureInPicture: true }],
  ['onRecordingStatusChange', { status: 'starting' }, { recording: 'starting' }],
  ['onStreamingStatusChange', { status: 'requested' }, { streaming: 'requested' }],
  ['onTranscriptionStatusChange', { status: 'stopped' }, { transcription: 'stopped' }],
  ['onConnectionStatusChange', { status: 'offline' }, { connection: 'offline' }],
  ['onParticipantUpdate', { count: 3 }, { participantCount: 3 }],
  ['onGrantDevicePermission', { granted: true }, { devicePermission: 'granted' }],
  ['onGrantDevicePermission', { granted: false }, { devicePermission: 'denied' }],
  ['onDenyDevicePermission', { denied: true }, { devicePermission: 'denied' }],
  ['onPrecallCheckSkipped', null, { precall: 'skipped' }],
  ['onPrecallCheckCompleted', samples.onPrecallCheckCompleted, { precall: samples.onPrecallCheckCompleted }],
] as const)('%s sets its field of the state', (prop, payload, expected) => {
  const { emit, state } = openStore();
  emit('onReady');
  const [[key]] = Object.entries(expected) as [[keyof MeetingState, unknown]];
  expect(state()[key]).toBeUndefined();
  emit(prop, payload);
  expect(state()).toMatchObject(expected);
});

test.each(eventProps)('%s changes the state, at the start or after one other event', (prop) => {
  const changes = (before: EventProp[]) => {
    const { emit, state } = openStore();
    for (const one of before) emit(one, samples[one]);
    const last = state();
    emit(prop, samples[prop]);
    return state() !== last;
  };
  expect(eventProps.some((other) => changes(['onReady', other]))).toBe(true);
});

test.each(eventProps)('%s sets no other field, if it reports a single one', (prop) => {
  const { emit, state } = openStore();
  emit('onJoin');
  const before = state();
  expect(readReported(prop, before)).toBeUndefined();
  emit(prop, samples[prop]);
  const reported = readReported(prop, state());
  if (reported === undefined) return;
  expect(Object.values(samples[prop] as object)).toEqual([reported]);
  const changed = Object.entries(state()).filter(([key, value]) => before[key as keyof MeetingState] !== value);
  expect(changed).toEqual([[expect.any(String), reported]]);
});

test('what is reported of one field can be read by its event, and of others nothing', () => {
  const { emit, state } = openStore();
  emit('onJoin');
  const readable = eventProps.filter((prop) => {
    emit(prop, samples[prop]);
    const isReported = readReported(prop, state()) !== undefined;
    emit('onJoin');
    return isReported;
  });
  expect(readable).toEqual(eventProps.filter((prop) => /(Toggle|StatusChange|ParticipantUpdate)$/.test(prop)));
});

test('what the room has reported is reset when the participant is out', () => {
  for (const end of ['onLeave', 'onMeetingEnd'] as const) {
    const { emit, state } = openStore();
    emit('onJoin');
    for (const prop of [
      'onCameraToggle',
      'onRecordingStatusChange',
      'onParticipantUpdate',
      'onParticipantJoin',
    ] as const)
      emit(prop, samples[prop]);
    emit(end);
    expect(state()).toMatchObject({ camera: undefined, recording: undefined, participantCount: undefined });
    expect(state().participants).toEqual([]);
  }
});

test('participants has those who joined and not those who left', () => {
  const { emit, state } = openStore();
  const person = (externalId: string | null) => ({ participant: { metadata: null, externalId } });
  for (const id of ['a', 'b', 'a', null]) emit('onParticipantJoin', person(id));
  emit('onParticipantLeave', person('a'));
  emit('onParticipantLeave', person('unheard of'));
  expect(state().participants.map(({ externalId }) => externalId)).toEqual(['b', 'a', null]);
  emit('onParticipantLeave', { participant: { metadata: 'another', externalId: 'b' } });
  expect(state().participants).toHaveLength(3);
});

test('the state has only values of the protocol, whatever a room posts', () => {
  const types = Object.values(events).map(({ type }) => type);
  const message = fc.record({
    type: fc.oneof(fc.constantFrom(...types), fc.string()),
    payload: fc.oneof(
      fc.anything(),
      fc.record({
        count: fc.oneof(fc.double(), fc.integer(), fc.anything()),
        status: fc.constantFrom('starting', 'started', 'stopped', 'streaming', 'stable', 'gone'),
        enabled: fc.oneof(fc.boolean(), fc.anything()),
        open: fc.oneof(fc.boolean(), fc.anything()),
        participant: fc.anything(),
        steps: fc.anything(),
      }),
    ),
  });
  const oneOf =
    (...values: unknown[]) =>
    (value: unknown) =>
      value === undefined || values.includes(value);
  const isText = (value: unknown) => value === null || typeof value === 'string';
  const fits: Record<keyof MeetingState, (value: never) => boolean> = {
    phase: oneOf('loading', 'precall', 'knocking', 'joined', 'left', 'ended'),
    reason: oneOf('left', 'removed', 'ended'),
    camera: oneOf(true, false),
    microphone: oneOf(true, false),
    screenshare: oneOf(true, false),
    chat: oneOf(true, false),
    people: oneOf(true, false),
    pictureInPicture: oneOf(true, false),
    recording: oneOf('starting', 'started', 'stopped'),
    streaming: oneOf('requested', 'starting', 'streaming', 'stopping', 'stopped'),
    transcription: oneOf('starting', 'started', 'stopped'),
    connection: oneOf('stable', 'unstable', 'offline'),
    devicePermission: oneOf('granted', 'denied'),
    participantCount: (count) => count === undefined || (Number.isSafeInteger(count) && count >= 0),
    participants: (list: MeetingState['participants']) =>
      list.every(({ metadata, externalId }) => isText(metadata) && isText(externalId)),
    precall: (result: MeetingState['precall']) =>
      typeof result !== 'object' ||
      [result, ...Object.values(result.steps)].every(({ status }) => /^(passed|failed)$/.test(status)),
    error: oneOf(),
    commands: (value) => typeof value === 'object',
  };
  fc.assert(
    fc.property(fc.array(message), (messages) => {
      const { receive, state } = openStore();
      for (const one of messages) {
        const event = readMessage(one);
        if (event) receive(event);
      }
      expect(Object.keys(state()).sort()).toEqual(Object.keys(fits).sort());
      const wrong = Object.entries(state()).filter(([key, value]) => !fits[key as keyof MeetingState](value as never));
      expect(wrong).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
