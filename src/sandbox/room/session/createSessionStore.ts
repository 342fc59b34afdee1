import { toWherebyLanguage } from '../../../params/language.js';
import type { NormalRoomParams } from '../../../params/types.js';
import { buildRoomView } from '../view/buildRoomView.js';
import type { RoomView } from '../view/buildRoomView.js';
import type { FrameMessage, SessionState } from './SessionState.js';

/** How many messages the inspector keeps. */
const MESSAGES_KEPT = 60;

function createInitialState(params: NormalRoomParams, view: RoomView): SessionState {
  const { displayName, avatarUrl, camera, microphone, cameraEffect } = view.self;
  return {
    phase: 'connecting',
    refusal: null,
    role: 'visitor',
    commandsAllowed: true,
    room: null,
    selfId: null,
    self: {
      displayName,
      avatarUrl,
      camera,
      microphone,
      screenshare: false,
      cameraEffect,
      handRaised: false,
      group: null,
    },
    language: params.lang ?? toWherebyLanguage(navigator.languages) ?? 'en',
    devices: 'not-asked',
    checkResults: {},
    checkDetails: {},
    panel: null,
    settings: null,
    pip: false,
    connection: 'stable',
    reactions: [],
    frameMessages: [],
    processing: view.processing,
    lowData: view.lowData,
    localRecording: false,
    clockAhead: 0,
  };
}

export type SessionStore = ReturnType<typeof createSessionStore>;

/** The state of a session, and the view that follows from it and the parameters. */
export function createSessionStore(params: NormalRoomParams) {
  const listeners = new Set<() => void>();
  let view = buildRoomView(params, { role: 'visitor', roomMode: 'group' });
  let state = createInitialState(params, view);
  let nextId = 1;

  const set = (changes: Partial<SessionState>) => {
    const before = state;
    state = { ...state, ...changes };
    // A new view only if something it depends on changed, so that components can compare it.
    if (
      state.role !== before.role ||
      state.room?.roomMode !== before.room?.roomMode ||
      state.room?.active !== before.room?.active
    )
      view = buildRoomView(params, {
        role: state.role,
        roomMode: state.room?.roomMode ?? 'group',
        isActive: state.room?.active,
      });
    listeners.forEach((listener) => listener());
  };

  const createId = () => nextId++;

  return {
    getState: () => state,
    getView: () => view,
    set,
    setSelf: (changes: Partial<SessionState['self']>) => set({ self: { ...state.self, ...changes } }),
    createId,
    addFrameMessage(kind: FrameMessage['kind'], name: string, value: unknown) {
      const detail = value === null || value === undefined ? '' : JSON.stringify(value);
      const kept = state.frameMessages.slice(1 - MESSAGES_KEPT);
      set({ frameMessages: [...kept, { id: createId(), kind, name, detail }] });
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
