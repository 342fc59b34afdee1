import fc from 'fast-check';
import { WherebyError, createMeetingStore, events } from 'react-whereby-embed';
import type { EventProp, MeetingState, RoomCommands, RoomEvent } from 'react-whereby-embed';
import { describe, expect, test, vi } from 'vitest';
import { initialState } from '../../../src/meeting/initialState.js';
import { readReported, reduceEvent } from '../../../src/meeting/reduceEvent.js';
import { createStore } from '../../../src/meeting/createStore.js';
import type { Store } from '../../../src/meeting/createStore.js';
import { readMessage } from '../../../src/protocol/readMessage.js';
import { commands } from '../../../src/protocol/commands.js';
import { samples } from '../../support/samples.js';

/** A source that a test speaks for. */
const stand = (phase: MeetingState['phase'] = 'loading') => {
  const sent: [string, unknown[]][] = [];
  const methods = Object.keys(commands).map((name) => [
    name,
    (...args: unknown[]) => {
      sent.push([name, args]);
      return Promise.resolve();
    },
  ]);
  const { getState, subscribe, set } = createStore<MeetingState>({
    ...initialState,
    phase,
    commands: Object.fromEntries(methods) as unknown as RoomCommands,
  });
  let listeners = 0;
  const source: Store<MeetingState> = {
    getState,
    subscribe(listener) {
      listeners++;
      const stop = subscribe(listener);
      return () => {
        listeners--;
        stop();
      };
    },
  };
  const tell = (event: RoomEvent) => set(reduceEvent(event, getState()));
  return {
    source,
    sent,
    set,
    tell,
    say: (prop: EventProp, payload?: unknown) => tell(readMessage({ type: events[prop].type, payload }) as RoomEvent),
    get isHeard() {
      return listeners > 0;
    },
  };
};

const open = () => {
  const room = stand();
  const store = createMeetingStore(room.source);
  return { ...room, room, store, state: () => store.getState() };
};

describe('the phase', () => {
  test('goes the way of a meeting', () => {
    const { say, state } = open();
    const phases = [state().phase];
    for (const prop of ['onReady', 'onKnock', 'onCancelKnock', 'onKnock', 'onJoin', 'onLeave'] as const) {
      say(prop);
      phases.push(state().phase);
    }
    expect(phases).toEqual(['loading', 'precall', 'knocking', 'precall', 'knocking', 'joined', 'left']);
    expect(state().reason).toBe('left');
  });

  test('is idle where there is no frame', () => {
    expect(createMeetingStore().getState().phase).toBe('idle');
    expect(createMeetingStore(stand('idle').source).getState().phase).toBe('idle');
  });

  test('tells a removal and an end from a leave, also when the room says leave after the end', () => {
    const removed = open();
    removed.say('onJoin');
    removed.say('onLeave', { removed: true });
    expect(removed.state()).toMatchObject({ phase: 'left', reason: 'removed' });
    const ended = open();
    ended.say('onJoin');
    ended.say('onMeetingEnd');
    ended.say('onLeave', { removed: false });
    expect(ended.state()).toMatchObject({ phase: 'ended', reason: 'ended' });
  });

  test('has no reason any more once they are back', () => {
    const { say, state } = open();
    for (const prop of ['onJoin', 'onLeave', 'onJoin'] as const) say(prop);
    expect(state()).toMatchObject({ phase: 'joined', reason: undefined });
  });

  test('of a joined meeting stays where the room takes back a knock', () => {
    const { say, state } = open();
    say('onJoin');
    say('onCancelKnock');
    expect(state().phase).toBe('joined');
  });

  test('is left when the source of a live call goes, and as the source says when it comes back', () => {
    const { say, state, source, store } = open();
    say('onJoin');
    say('onCameraToggle', { enabled: true });
    store.connect(null);
    store.connect(null);
    expect(state()).toMatchObject({ phase: 'left', reason: 'left', camera: undefined });
    store.connect(source);
    expect(state()).toMatchObject({ phase: 'joined', reason: undefined, camera: true });
    store.connect(stand().source);
    expect(state()).toMatchObject({ phase: 'loading', camera: undefined, reason: undefined });
  });

  test('that is failed, and the last error, stay when the source goes', () => {
    const { set, state, store } = open();
    const error = new WherebyError('READY_TIMEOUT', 'x');
    set({ error });
    store.connect(null);
    expect(state()).toMatchObject({ phase: 'idle', error });
    const failed = open();
    failed.set({ phase: 'failed', reason: 'READY_TIMEOUT', error });
    failed.store.connect(null);
    expect(failed.state()).toMatchObject({ phase: 'failed', reason: 'READY_TIMEOUT', error });
  });

  test('is idle when the source goes before anyone joined, and as it ended where it has ended', () => {
    for (const [prop, phase] of [
      ['onReady', 'idle'],
      ['onKnock', 'idle'],
      ['onLeave', 'left'],
      ['onMeetingEnd', 'ended'],
    ] as const) {
      const { say, state, store } = open();
      say('onReady');
      say(prop, samples[prop]);
      store.connect(null);
      expect(state().phase).toBe(phase);
    }
  });
});

describe('what the room reports', () => {
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
    ['onDenyDevicePermission', { denied: true }, { devicePermission: 'denied' }],
    ['onPrecallCheckSkipped', null, { precall: 'skipped' }],
    ['onPrecallCheckCompleted', samples.onPrecallCheckCompleted, { precall: samples.onPrecallCheckCompleted }],
  ] as const)('%s is known from then on', (prop, payload, expected) => {
    const { say, state } = open();
    say('onReady');
    const [[key]] = Object.entries(expected) as [[keyof MeetingState, unknown]];
    expect(state()[key]).toBeUndefined();
    say(prop, payload);
    expect(state()).toMatchObject(expected);
  });

  test.each(Object.keys(events) as EventProp[])(
    '%s changes something, at the start or after one other event',
    (prop) => {
      const changes = (before: EventProp[]) => {
        const { say, state } = open();
        for (const one of before) say(one, samples[one]);
        const last = state();
        say(prop, samples[prop]);
        return state() !== last;
      };
      const others = Object.keys(events) as EventProp[];
      expect(others.some((other) => changes(['onReady', other]))).toBe(true);
    },
  );

  test.each(Object.keys(events) as EventProp[])('%s that reports one field sets that field and no other', (prop) => {
    const { say, state } = open();
    say('onJoin');
    const before = state();
    expect(readReported(prop, before)).toBeUndefined();
    say(prop, samples[prop]);
    const reported = readReported(prop, state());
    if (reported === undefined) return;
    expect(Object.values(samples[prop] as object)).toEqual([reported]);
    const changed = Object.entries(state()).filter(([key, value]) => before[key as keyof MeetingState] !== value);
    expect(changed).toEqual([[expect.any(String), reported]]);
  });

  test('is forgotten when the participant is out', () => {
    for (const end of ['onLeave', 'onMeetingEnd'] as const) {
      const { say, state } = open();
      say('onJoin');
      for (const prop of [
        'onCameraToggle',
        'onRecordingStatusChange',
        'onParticipantUpdate',
        'onParticipantJoin',
      ] as const)
        say(prop, samples[prop]);
      say(end);
      expect(state()).toMatchObject({ camera: undefined, recording: undefined, participantCount: undefined });
      expect(state().participants).toEqual([]);
    }
  });

  test('has those who came and not those who went', () => {
    const { say, state } = open();
    const person = (externalId: string | null) => ({ participant: { metadata: null, externalId } });
    for (const id of ['a', 'b', 'a', null]) say('onParticipantJoin', person(id));
    say('onParticipantLeave', person('a'));
    say('onParticipantLeave', person('unheard of'));
    expect(state().participants.map(({ externalId }) => externalId)).toEqual(['b', 'a', null]);
    say('onParticipantLeave', { participant: { metadata: 'another', externalId: 'b' } });
    expect(state().participants).toHaveLength(3);
  });

  test('holds only values of the contract, whatever is sent', () => {
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
        const { tell, state } = open();
        for (const one of messages) {
          const event = readMessage(one);
          if (event) tell(event);
        }
        expect(Object.keys(state()).sort()).toEqual(Object.keys(fits).sort());
        const wrong = Object.entries(state()).filter(
          ([key, value]) => !fits[key as keyof MeetingState](value as never),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('listeners', () => {
  test('hear every change once, and nothing where nothing changed', () => {
    const { store, say } = open();
    const listener = vi.fn();
    const stop = store.subscribe(listener);
    say('onCameraToggle', { enabled: true });
    const before = store.getState();
    say('onCameraToggle', { enabled: true });
    expect(store.getState()).toBe(before);
    expect(listener).toHaveBeenCalledTimes(1);
    stop();
    say('onCameraToggle', { enabled: false });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test('that throw keep nothing from the others, and their fault is reported', () => {
    const reported: (() => void)[] = [];
    vi.stubGlobal('queueMicrotask', (report: () => void) => reported.push(report));
    const { store, say, state } = open();
    const heard: unknown[] = [];
    store.subscribe(() => {
      throw new Error('of the app');
    });
    store.subscribe(() => heard.push(state().phase));
    say('onJoin');
    vi.unstubAllGlobals();
    expect(heard).toEqual(['joined']);
    expect(reported).toHaveLength(1);
    expect(reported[0]).toThrow('of the app');
  });

  test('are not called by events this version does not know', () => {
    const { store, tell } = open();
    const listener = vi.fn();
    store.subscribe(listener);
    tell({ type: 'unknown', name: 'hologram', payload: {} });
    expect(listener).not.toHaveBeenCalled();
  });

  test('of the source are let go', () => {
    const { store, room } = open();
    expect(room.isHeard).toBe(true);
    store.connect(null);
    expect(room.isHeard).toBe(false);
  });
});

describe('commands', () => {
  test('go to the room, and wait in order while there is none', async () => {
    const store = createMeetingStore();
    const { commands: send } = store.getState();
    const first = send.toggleCamera(false);
    const second = send.knock();
    const { source, sent } = stand();
    store.connect(source);
    await Promise.all([first, second, send.leaveRoom()]);
    expect(sent).toEqual([
      ['toggleCamera', [false]],
      ['knock', []],
      ['leaveRoom', []],
    ]);
    expect(store.getState().commands).toBe(send);
  });

  test('that wait and then fail make no unhandled rejection, and the source says why', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const store = createMeetingStore();
    const error = new WherebyError('COMMAND_TIMEOUT', 'x');
    const first = store.getState().commands.knock();
    void store.getState().commands.knock();
    const { source, set } = stand();
    Object.assign(source.getState().commands, { knock: () => Promise.reject(error) });
    store.connect(source);
    set({ error });
    await expect(first).rejects.toBe(error);
    await new Promise((done) => setTimeout(done, 0));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    expect(store.getState().error).toBe(error);
  });
});
