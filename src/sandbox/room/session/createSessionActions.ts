import type { SettingsPane } from '../../../protocol/commands.js';
import type { ConnectionStatus } from '../../../protocol/statuses.js';
import type { SelfState, ToRooms } from '../../wire.js';
import type { Entrance } from './createEntrance.js';
import type { SessionStore } from './createSessionStore.js';
import type { Emit } from './reportRoomChanges.js';
import type { Phase, SessionState, SidePanelName } from './SessionState.js';

/** The phases before the meeting in which the participant neither knocks nor waits for the room. */
const phasesAtTheDoor: readonly Phase[] = ['review', 'locked', 'rejected', 'permissions', 'check'];

/** The phases in which the page's command may knock on a locked room. */
const phasesBeforeKnock: readonly Phase[] = [...phasesAtTheDoor, 'left'];

/** The phases outside the meeting in which the page's command may leave the room. */
const phasesBeforeMeeting: readonly Phase[] = [...phasesAtTheDoor, 'knocking', 'full'];

interface ActionOptions {
  readonly store: SessionStore;
  readonly entrance: Entrance;
  readonly emit: Emit;
  readonly send: (message: ToRooms) => void;
  readonly leave: () => void;
}

export type SessionActions = ReturnType<typeof createSessionActions>;

/** What a participant can do, by a button of the room or a command of the page. */
export function createSessionActions({ store, entrance, emit, send, leave }: ActionOptions) {
  const { getState, getView, set, setSelf } = store;
  const isJoined = () => getState().phase === 'joined';

  const updateSelf = (changes: Partial<SelfState>) => {
    setSelf(changes);
    if (isJoined()) send({ type: 'update', changes });
  };

  const actions = {
    allowDevices: entrance.allowDevices,
    refuseDevices: entrance.refuseDevices,
    skipCheck() {
      entrance.cancelCheck();
      emit('onPrecallCheckSkipped', null);
      entrance.showReview();
    },
    endCheck: entrance.showReview,
    /** Enters, or knocks if the room is locked. */
    join: entrance.enterOrKnock,
    knock() {
      if (!entrance.mustKnock() || !phasesBeforeKnock.includes(getState().phase)) return;
      entrance.cancelCheck();
      entrance.knock();
    },
    cancelKnock() {
      if (getState().phase !== 'knocking') return;
      send({ type: 'cancelKnock' });
      set({ phase: getView().review ? 'review' : 'locked' });
      emit('onCancelKnock', null);
    },
    leave() {
      if (isJoined()) send({ type: 'leave' });
      else if (!phasesBeforeMeeting.includes(getState().phase)) return;
      entrance.cancelCheck();
      actions.cancelKnock();
      leave();
    },
    rejoin: () => (getView().review ? set({ phase: 'review' }) : actions.join()),
    rename: (displayName: string) => updateSelf({ displayName }),
    setMicrophone(enabled: boolean) {
      if (!getView().microphone || enabled === getState().self.microphone) return;
      updateSelf({ microphone: enabled });
      emit('onMicrophoneToggle', { enabled });
    },
    setCamera(enabled: boolean) {
      if (!getView().camera || enabled === getState().self.camera) return;
      updateSelf({ camera: enabled });
      emit('onCameraToggle', { enabled });
    },
    setScreenshare(enabled: boolean) {
      if (!isJoined() || getView().viewer || enabled === getState().self.screenshare) return;
      updateSelf({ screenshare: enabled });
      emit('onScreenshareToggle', { enabled });
    },
    setEffect: (cameraEffect: string | null) => updateSelf({ cameraEffect }),
    setHand: (handRaised: boolean) => updateSelf({ handRaised }),
    setGroup: (group: string | null) => updateSelf({ group }),
    setPip(open: boolean) {
      if (!isJoined() || open === getState().pip) return;
      set({ pip: open });
      emit('onPipToggle', { open });
    },
    setPanel(panel: SidePanelName | null) {
      const before = getState().panel;
      const isAvailable = isJoined() || panel === 'inspector' || panel === null;
      if (!isAvailable || before === panel) return;
      set({ panel });
      if (before === 'chat') emit('onChatToggle', { open: false });
      if (before === 'people') emit('onPeopleToggle', { open: false });
      if (panel === 'chat') emit('onChatToggle', { open: true });
      if (panel === 'people') emit('onPeopleToggle', { open: true });
    },
    openSettings: (pane: SettingsPane) => set({ settings: pane }),
    closeSettings: () => set({ settings: null }),
    setLanguage: (language: SessionState['language']) => set({ language }),
    setProcessing: (changes: Partial<SessionState['processing']>) =>
      set({ processing: { ...getState().processing, ...changes } }),
    setLocalRecording(localRecording: boolean) {
      if (isJoined() && getView().localRecording) set({ localRecording });
    },
    setLowData: (lowData: boolean) => set({ lowData }),
    /** Shows and reports the quality of the connection. The inspector simulates one with it. */
    setConnection(status: ConnectionStatus) {
      if (status === getState().connection) return;
      set({ connection: status });
      if (isJoined()) emit('onConnectionStatusChange', { status });
    },
    setBreakout(open: boolean) {
      const { host, groups } = getView();
      if (!isJoined() || !host || getState().room?.roomMode !== 'group') return;
      send({ type: 'breakout', open, groups: groups.length > 0 ? groups : ['1', '2'] });
    },
    /** Sends what hosts may ask of the room. The room ignores it from anyone else. */
    ask(message: ToRooms) {
      if (isJoined()) send(message);
    },
  };
  return actions;
}
