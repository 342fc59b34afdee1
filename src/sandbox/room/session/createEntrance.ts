import { isHost, isViewer } from '../../core/roles.js';
import type { ToRooms } from '../../wire.js';
import { createPrecallCheck } from './createPrecallCheck.js';
import type { SessionStore } from './createSessionStore.js';
import type { Emit } from './reportRoomChanges.js';
import type { SessionOptions } from './SessionOptions.js';
import type { Phase } from './SessionState.js';

/** The phases that show a screen about camera and microphone. */
const devicePhases: readonly Phase[] = ['permissions', 'check', 'review'];

interface EntranceOptions extends Pick<SessionOptions, 'enterDirectly' | 'askDevices' | 'checkDevice'> {
  readonly store: SessionStore;
  readonly emit: Emit;
  readonly send: (message: ToRooms) => void;
}

export type Entrance = ReturnType<typeof createEntrance>;

/** The way into the room: permissions, check, review, and then entering or knocking. */
export function createEntrance({ store, emit, send, enterDirectly, askDevices, checkDevice }: EntranceOptions) {
  const { getState, getView, set, setSelf } = store;
  let deviceRequest = Promise.resolve();

  const getIdentity = () => {
    const { externalId, metadata } = getView().self;
    return { self: getState().self, externalId, metadata };
  };
  const sendEnter = () => send({ type: 'enter', ...getIdentity() });
  const sendKnock = () => send({ type: 'knock', ...getIdentity() });

  const mustKnock = () => {
    const { room, role } = getState();
    return room?.locked === true && !isHost(role) && !isViewer(role);
  };
  const enter = () => {
    set({ phase: 'entering' });
    sendEnter();
  };
  const knock = () => {
    set({ phase: 'knocking' });
    emit('onKnock', null);
    sendKnock();
  };

  const check = createPrecallCheck({
    store,
    checkDevice,
    waitForDevices: () => deviceRequest,
    onCompleted: (result) => emit('onPrecallCheckCompleted', result),
  });

  const requestDevices = async () => {
    const isGranted = await askDevices({ camera: getView().camera });
    set({ devices: isGranted ? 'granted' : 'denied' });
    // Someone who enters directly gets no screen about it, so the page gets no event either.
    if (!devicePhases.includes(getState().phase)) return;
    if (isGranted) emit('onGrantDevicePermission', { granted: true });
    else emit('onDenyDevicePermission', { denied: true });
  };

  /** Goes on after the check, or without one. */
  const showReview = () => {
    if (getView().review || !getState().self.displayName) set({ phase: 'review' });
    else enter();
  };
  const showCheck = () => {
    if (getView().ceremony) void check.start();
    else showReview();
  };

  const openDirectly = () => {
    if (!getState().self.displayName) setSelf({ displayName: 'Guest' });
    if (mustKnock()) set({ phase: 'locked' });
    else enter();
  };

  return {
    mustKnock,
    knock,
    sendEnter,
    sendKnock,
    showReview,
    cancelCheck: check.cancel,
    /** Enters, or knocks if the room is locked. */
    enterOrKnock: () => (mustKnock() ? knock() : enter()),
    /** Shows the first screen, once the room is known. */
    open() {
      if (enterDirectly) return openDirectly();
      const isFirst = getState().devices === 'not-asked';
      if (getView().permissionScreen && isFirst) return set({ phase: 'permissions' });
      if (!getView().viewer && isFirst) deviceRequest = requestDevices();
      showCheck();
    },
    async allowDevices() {
      await requestDevices();
      showCheck();
    },
    refuseDevices() {
      setSelf({ camera: false, microphone: false });
      set({ devices: 'denied' });
      emit('onDenyDevicePermission', { denied: true });
      showCheck();
    },
  };
}
