import { WherebyError, createMeetingStore } from 'react-whereby-embed';
import { expect, test, vi } from 'vitest';
import { samples } from '../../support/samples.js';
import { createFakeSource } from './support/createFakeSource.js';
import { openStore } from './support/openStore.js';

test('the phase is idle without a source', () => {
  expect(createMeetingStore().getState().phase).toBe('idle');
  expect(createMeetingStore(createFakeSource('idle').source).getState().phase).toBe('idle');
});

test('a live call is left when its source goes, and joined again when the source comes back', () => {
  const { emit, state, source, store } = openStore();
  emit('onJoin');
  emit('onCameraToggle', { enabled: true });
  store.connect(null);
  store.connect(null);
  expect(state()).toMatchObject({ phase: 'left', reason: 'left', camera: undefined });
  store.connect(source);
  expect(state()).toMatchObject({ phase: 'joined', reason: undefined, camera: true });
  store.connect(createFakeSource().source);
  expect(state()).toMatchObject({ phase: 'loading', camera: undefined, reason: undefined });
});

test('the phase failed and the last error stay when the source goes', () => {
  const { set, state, store } = openStore();
  const error = new WherebyError('READY_TIMEOUT', 'x');
  set({ error });
  store.connect(null);
  expect(state()).toMatchObject({ phase: 'idle', error });
  const failed = openStore();
  failed.set({ phase: 'failed', reason: 'READY_TIMEOUT', error });
  failed.store.connect(null);
  expect(failed.state()).toMatchObject({ phase: 'failed', reason: 'READY_TIMEOUT', error });
});

test('the phase becomes idle when the source goes before anyone joined, and stays as it is after the meeting is over', () => {
  for (const [prop, phase] of [
    ['onReady', 'idle'],
    ['onKnock', 'idle'],
    ['onLeave', 'left'],
    ['onMeetingEnd', 'ended'],
  ] as const) {
    const { emit, state, store } = openStore();
    emit('onReady');
    emit(prop, samples[prop]);
    store.connect(null);
    expect(state().phase).toBe(phase);
  }
});

test('listeners are called once for each change, and not if nothing has changed', () => {
  const { store, emit } = openStore();
  const listener = vi.fn();
  const stop = store.subscribe(listener);
  emit('onCameraToggle', { enabled: true });
  const before = store.getState();
  emit('onCameraToggle', { enabled: true });
  expect(store.getState()).toBe(before);
  expect(listener).toHaveBeenCalledTimes(1);
  stop();
  emit('onCameraToggle', { enabled: false });
  expect(listener).toHaveBeenCalledTimes(1);
});

test('listeners are called when another source changes the state, and not if it is the same', () => {
  const { store } = openStore();
  const listener = vi.fn();
  store.subscribe(listener);
  store.connect(createFakeSource('precall').source);
  expect(listener).toHaveBeenCalledTimes(1);
  store.connect(createFakeSource('precall').source);
  expect(listener).toHaveBeenCalledTimes(1);
});

test('a command that waits goes on waiting while there still is no source', async () => {
  const store = createMeetingStore();
  const knocked = store.getState().commands.knock();
  store.connect(null);
  const { source, sent } = createFakeSource();
  store.connect(source);
  await knocked;
  expect(sent).toEqual([['knock', []]]);
});

test('a listener that throws does not stop the others, and its error is reported', () => {
  const reported: (() => void)[] = [];
  vi.stubGlobal('queueMicrotask', (report: () => void) => reported.push(report));
  const { store, emit, state } = openStore();
  const phases: unknown[] = [];
  store.subscribe(() => {
    throw new Error('thrown by the app');
  });
  store.subscribe(() => phases.push(state().phase));
  emit('onJoin');
  vi.unstubAllGlobals();
  expect(phases).toEqual(['joined']);
  expect(reported).toHaveLength(1);
  expect(reported[0]).toThrow('thrown by the app');
});

test('listeners are not called for an event that the protocol does not have', () => {
  const { store, receive } = openStore();
  const listener = vi.fn();
  store.subscribe(listener);
  receive({ type: 'unknown', name: 'hologram', payload: {} });
  expect(listener).not.toHaveBeenCalled();
});

test('the store unsubscribes from a source that goes', () => {
  const { store, room } = openStore();
  expect(room.hasListeners).toBe(true);
  store.connect(null);
  expect(room.hasListeners).toBe(false);
});

test('commands go to the source, and wait in order while there is none', async () => {
  const store = createMeetingStore();
  const { commands: send } = store.getState();
  const first = send.toggleCamera(false);
  const second = send.knock();
  const { source, sent } = createFakeSource();
  store.connect(source);
  await Promise.all([first, second, send.leaveRoom()]);
  expect(sent).toEqual([
    ['toggleCamera', [false]],
    ['knock', []],
    ['leaveRoom', []],
  ]);
  expect(store.getState().commands).toBe(send);
});

test('a command that waited and then failed makes no unhandled rejection, and the state has its error', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const store = createMeetingStore();
  const error = new WherebyError('COMMAND_TIMEOUT', 'x');
  const first = store.getState().commands.knock();
  void store.getState().commands.knock();
  const { source, set } = createFakeSource();
  Object.assign(source.getState().commands, { knock: () => Promise.reject(error) });
  store.connect(source);
  set({ error });
  await expect(first).rejects.toBe(error);
  await new Promise((done) => setTimeout(done, 0));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
  expect(store.getState().error).toBe(error);
});

test.each([
  ['onLeave', ['leaveRoom', 'cancelKnock']],
  ['onMeetingEnd', ['leaveRoom', 'cancelKnock', 'endMeeting']],
] as const)(
  'what asks for the end of a meeting that is over after %s is done, and does not end the next one',
  async (prop, names) => {
    const { emit, store } = openStore();
    emit('onJoin');
    emit(prop, samples[prop]);
    store.connect(null);
    for (const name of names) await store.getState().commands[name]();
    const knocked = store.getState().commands.knock();
    const { source, sent } = createFakeSource();
    store.connect(source);
    await knocked;
    expect(sent).toEqual([['knock', []]]);
  },
);
