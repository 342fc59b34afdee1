import { toWherebyLanguage } from '../../../params/language.js';
import type { ParsedRoomUrl } from '../../../params/parseRoomUrl.js';
import type { EventPayload, EventProp } from '../../../protocol/types.js';
import { isHost, isMachine, isViewer } from '../../core/roles.js';
import type { FromRooms, Participant, RoomState, SelfState, ToRooms } from '../../wire.js';
import type { Connect, RoomsConnection } from '../connection/types.js';
import type { Checked } from '../media/checkDevice.js';
import { buildRoomView } from '../view/buildRoomView.js';
import type { RoomView } from '../view/buildRoomView.js';
import { createCommandHandler } from './createCommandHandler.js';
import { listenForCommands } from './listenForCommands.js';
import type { EmbeddingPage } from './createEmbeddingPage.js';
import type { CheckStep, SessionState, SidePanel } from './SessionState.js';

export interface SessionOptions {
  readonly parsed: ParsedRoomUrl;
  readonly roomName: string;
  readonly roomKey: string | null;
  readonly jsApi: boolean;
  readonly connect: Connect;
  readonly page: EmbeddingPage;
  readonly deviceId: string;
  /** Goes in without asking for anything: for looking at a meeting, again and again. */
  readonly straightIn?: boolean;
  /** Asks the browser for microphone and camera. Answers whether it may use what was asked for. */
  readonly askDevices: (what: { readonly camera: boolean }) => Promise<boolean>;
  /** One step of the test before the call. Never rejects. */
  readonly checkDevice: (step: CheckStep) => Promise<Checked>;
}

export type Session = ReturnType<typeof createSession>;

const KEPT_NOTES = 60;
/** How long a reaction floats. */
const REACTION_MS = 4_000;
/** Steps of the test before the call are not faster than they can be followed. */
const CHECK_STEP_MS = 350;

const people = (room: RoomState | null): readonly Participant[] =>
  room ? room.participants.filter(({ role }) => !isMachine(role)) : [];

/** One participant's stay: what they see, what they do, and what the embedding page hears of it. */
export function createSession(options: SessionOptions) {
  const { parsed, page, jsApi } = options;
  const { params } = parsed;
  const listeners = new Set<() => void>();
  let view: RoomView = buildRoomView(params, { role: 'visitor', roomMode: 'group' });
  let state: SessionState = {
    phase: 'connecting',
    refusal: null,
    role: 'visitor',
    commandsAllowed: true,
    room: null,
    selfId: null,
    self: {
      displayName: view.self.displayName,
      avatarUrl: view.self.avatarUrl,
      camera: view.self.camera,
      microphone: view.self.microphone,
      screenshare: false,
      cameraEffect: view.self.cameraEffect,
      handRaised: false,
      group: null,
    },
    language: params.lang ?? toWherebyLanguage(navigator.languages) ?? 'en',
    devices: 'unasked',
    checked: {},
    found: {},
    panel: null,
    settings: null,
    pip: false,
    connection: 'stable',
    reactions: [],
    notes: [],
    processing: view.processing,
    lowData: view.lowData,
    localRecording: false,
    clockAhead: 0,
  };
  let nextId = 1;
  /** Who and what was in the room when the page last heard of it; null until the first look from inside. */
  let told: RoomState | null = null;
  let inside = false;
  /** Counts the tests before the call: one that was left goes no further. */
  let checks = 0;
  let asking: Promise<void> | undefined;

  const set = (changes: Partial<SessionState>) => {
    const before = state;
    state = { ...state, ...changes };
    if (state.role !== before.role || state.room?.roomMode !== before.room?.roomMode)
      view = buildRoomView(params, { role: state.role, roomMode: state.room?.roomMode ?? 'group' });
    listeners.forEach((listener) => listener());
  };

  const note = (direction: 'event' | 'command' | 'ignored', name: string, detail: unknown) =>
    set({
      notes: [
        ...state.notes.slice(1 - KEPT_NOTES),
        {
          id: nextId++,
          direction,
          name,
          detail: detail === null || detail === undefined ? '' : JSON.stringify(detail),
        },
      ],
    });

  const emit = <Prop extends EventProp>(prop: Prop, payload: EventPayload<Prop>) => {
    page.post(prop, payload);
    note('event', prop, payload);
  };

  const send = (message: ToRooms) => connection.send(message);
  const identity = () => ({ self: state.self, externalId: view.self.externalId, metadata: view.self.metadata });

  const update = (changes: Partial<SelfState>) => {
    set({ self: { ...state.self, ...changes } });
    if (inside) send({ type: 'update', changes });
  };

  // In and out

  const enter = () => {
    set({ phase: 'entering' });
    send({ type: 'enter', ...identity() });
  };
  const mustKnock = () => state.room?.locked === true && !isHost(state.role) && !isViewer(state.role);
  const knock = () => {
    set({ phase: 'knocking' });
    emit('onKnock', null);
    send({ type: 'knock', ...identity() });
  };
  const proceed = () => {
    if (view.review || !state.self.displayName) set({ phase: 'review' });
    else enter();
  };
  const afterPermission = () => {
    if (view.ceremony) void runChecks();
    else proceed();
  };
  const askDevices = async () => {
    const camera = view.camera;
    const granted = await options.askDevices({ camera });
    set({ devices: granted ? 'granted' : 'denied' });
    // Who goes straight in has no screen before the meeting on which to answer.
    if (!(['permissions', 'check', 'review'] as const).some((phase) => phase === state.phase)) return;
    if (granted) emit('onGrantDevicePermission', { granted: true });
    else emit('onDenyDevicePermission', { denied: true });
  };

  const steps: readonly CheckStep[] = ['camera', 'speaker', 'microphone', 'bandwidth'];
  const runCheck = async (step: CheckStep): Promise<Checked> => {
    if (step === 'camera' && !view.camera) return { passed: true, detail: '' };
    if (step === 'bandwidth' && state.connection !== 'stable') return { passed: false, detail: '' };
    await asking;
    const isRefused = state.devices === 'denied' && (step === 'camera' || step === 'microphone');
    return isRefused ? { passed: false, detail: '' } : options.checkDevice(step);
  };
  const runChecks = async () => {
    checks += 1;
    const mine = checks;
    set({ phase: 'check', checked: {}, found: {} });
    for (const step of steps) {
      const pace = new Promise((resolve) => setTimeout(resolve, CHECK_STEP_MS));
      const [{ passed, detail }] = await Promise.all([runCheck(step), pace]);
      if (mine !== checks || state.phase !== 'check') return;
      set({
        checked: { ...state.checked, [step]: passed ? 'passed' : 'failed' },
        found: { ...state.found, [step]: detail },
      });
    }
    const status = (name: CheckStep) => ({ status: state.checked[name] ?? 'failed' }) as const;
    const all = {
      camera: status('camera'),
      speaker: status('speaker'),
      microphone: status('microphone'),
      bandwidth: status('bandwidth'),
    };
    const passed = Object.values(all).every((it) => it.status === 'passed');
    emit('onPrecallCheckCompleted', { status: passed ? 'passed' : 'failed', steps: all });
  };

  const begin = () => {
    if (options.straightIn) {
      if (!state.self.displayName) set({ self: { ...state.self, displayName: 'Guest' } });
      return mustKnock() ? set({ phase: 'locked' }) : enter();
    }
    if (view.permissionScreen && state.devices === 'unasked') return set({ phase: 'permissions' });
    if (!view.viewer && state.devices === 'unasked') asking = askDevices();
    afterPermission();
  };

  const out = (phase: 'left' | 'removed' | 'ended') => {
    if (!inside) return;
    inside = false;
    told = null;
    if (phase === 'ended') emit('onMeetingEnd', null);
    set({
      phase,
      selfId: null,
      panel: null,
      settings: null,
      pip: false,
      localRecording: false,
      self: { ...state.self, screenshare: false, group: null, handRaised: false },
    });
    emit('onLeave', { removed: phase === 'removed' });
  };

  // What the room says

  const tellChanges = (room: RoomState) => {
    const before = told;
    told = room;
    const now = people(room);
    if (!before) {
      emit('onParticipantUpdate', { count: now.length });
    } else {
      const was = people(before);
      const about = ({ metadata, externalId }: Participant) => ({ participant: { metadata, externalId } });
      const isIn = (list: readonly Participant[], { participantId }: Participant) =>
        participantId === state.selfId || list.some((one) => one.participantId === participantId);
      for (const one of now) if (!isIn(was, one)) emit('onParticipantJoin', about(one));
      for (const one of was) if (!isIn(now, one)) emit('onParticipantLeave', about(one));
      if (was.length !== now.length) emit('onParticipantUpdate', { count: now.length });
    }
    if (room.recording !== (before?.recording ?? 'stopped'))
      emit('onRecordingStatusChange', { status: room.recording });
    if (room.streaming !== (before?.streaming ?? 'stopped'))
      emit('onStreamingStatusChange', { status: room.streaming });
    if (room.transcription !== (before?.transcription ?? 'stopped'))
      emit('onTranscriptionStatusChange', { status: room.transcription });
    // A group that was closed puts its people back into the main room.
    const me = now.find(({ participantId }) => participantId === state.selfId);
    if (me && me.group !== state.self.group) set({ self: { ...state.self, group: me.group } });
  };

  const receive = (message: FromRooms) => {
    switch (message.type) {
      case 'welcome': {
        const returning = state.phase !== 'connecting';
        set({ role: message.role, commandsAllowed: message.commandsAllowed, room: message.room });
        if (returning) {
          if (inside) send({ type: 'enter', ...identity() });
          else if (state.phase === 'knocking') send({ type: 'knock', ...identity() });
          return setConnection('stable');
        }
        if (view.viewer) set({ self: { ...state.self, camera: false, microphone: false } });
        emit('onReady', null);
        return begin();
      }
      case 'refused':
        if (inside) out('removed');
        return set({ phase: 'refused', refusal: message.reason });
      case 'entered': {
        const again = inside;
        inside = true;
        set({ phase: 'joined', selfId: message.participantId, role: message.role });
        if (again) return;
        told = null;
        emit('onJoin', null);
        if (view.autoSpotlight) send({ type: 'spotlight', participantId: message.participantId });
        return;
      }
      case 'locked':
        if (inside) out('left');
        return set({ phase: 'locked' });
      case 'full':
        if (inside) out('left');
        return set({ phase: 'full' });
      case 'rejected':
        return set({ phase: 'rejected' });
      case 'room':
        set({ room: message.room });
        if (inside && message.room.participants.some(({ participantId }) => participantId === state.selfId))
          tellChanges(message.room);
        return;
      case 'reaction': {
        const id = nextId++;
        set({ reactions: [...state.reactions, { id, participantId: message.participantId, emoji: message.emoji }] });
        setTimeout(() => set({ reactions: state.reactions.filter((one) => one.id !== id) }), REACTION_MS);
        return;
      }
      case 'muted':
        if (!state.self.microphone) return;
        set({ self: { ...state.self, microphone: false } });
        return emit('onMicrophoneToggle', { enabled: false });
      case 'removed':
        return out('removed');
      case 'ended':
        return out('ended');
      case 'clock':
        return set({ clockAhead: Date.parse(message.now) - Date.now() });
    }
  };

  const setConnection = (status: SessionState['connection']) => {
    if (status === state.connection) return;
    set({ connection: status });
    if (inside) emit('onConnectionStatusChange', { status });
  };

  const setPanel = (panel: SidePanel | null) => {
    const before = state.panel;
    if (before === panel) return;
    set({ panel });
    if (before === 'chat') emit('onChatToggle', { open: false });
    if (before === 'people') emit('onPeopleToggle', { open: false });
    if (panel === 'chat') emit('onChatToggle', { open: true });
    if (panel === 'people') emit('onPeopleToggle', { open: true });
  };

  const actions = {
    allowDevices: async () => {
      await askDevices();
      afterPermission();
    },
    refuseDevices() {
      set({ devices: 'denied', self: { ...state.self, camera: false, microphone: false } });
      emit('onDenyDevicePermission', { denied: true });
      afterPermission();
    },
    skipCheck() {
      checks += 1;
      emit('onPrecallCheckSkipped', null);
      proceed();
    },
    endCheck: proceed,
    /** Goes in, or knocks where the room is locked. */
    join: () => (mustKnock() ? knock() : enter()),
    knock() {
      if (mustKnock() && ['review', 'locked', 'rejected', 'permissions', 'check'].includes(state.phase)) {
        checks += 1;
        knock();
      }
    },
    cancelKnock() {
      if (state.phase !== 'knocking') return;
      send({ type: 'cancelKnock' });
      set({ phase: view.review ? 'review' : 'locked' });
      emit('onCancelKnock', null);
    },
    leave() {
      if (state.phase === 'knocking') return actions.cancelKnock();
      if (!inside) return;
      send({ type: 'leave' });
      out('left');
    },
    rejoin: () => (view.review ? set({ phase: 'review' }) : actions.join()),
    rename: (displayName: string) => update({ displayName }),
    setMicrophone(enabled: boolean) {
      if (!view.microphone || enabled === state.self.microphone) return;
      update({ microphone: enabled });
      emit('onMicrophoneToggle', { enabled });
    },
    setCamera(enabled: boolean) {
      if (!view.camera || enabled === state.self.camera) return;
      update({ camera: enabled });
      emit('onCameraToggle', { enabled });
    },
    setScreenshare(enabled: boolean) {
      if (!inside || view.viewer || enabled === state.self.screenshare) return;
      update({ screenshare: enabled });
      emit('onScreenshareToggle', { enabled });
    },
    setEffect: (cameraEffect: string | null) => update({ cameraEffect }),
    setHand: (handRaised: boolean) => update({ handRaised }),
    setGroup: (group: string | null) => update({ group }),
    setPip(open: boolean) {
      if (!inside || open === state.pip) return;
      set({ pip: open });
      emit('onPipToggle', { open });
    },
    setPanel(panel: SidePanel | null) {
      if (inside || panel === 'inspector' || panel === null) setPanel(panel);
    },
    openSettings: (pane: NonNullable<SessionState['settings']>) => set({ settings: pane }),
    closeSettings: () => set({ settings: null }),
    setLanguage: (language: SessionState['language']) => set({ language }),
    setProcessing: (changes: Partial<SessionState['processing']>) =>
      set({ processing: { ...state.processing, ...changes } }),
    setLocalRecording(localRecording: boolean) {
      if (inside && view.localRecording) set({ localRecording });
    },
    setLowData: (lowData: boolean) => set({ lowData }),
    /** Pretends that the network is well or not. */
    pretendConnection: setConnection,
    setBreakout(open: boolean) {
      if (!inside || !view.host || state.room?.roomMode !== 'group') return;
      send({ type: 'breakout', open, groups: view.groups.length > 0 ? view.groups : ['1', '2'] });
    },
    /** Anything a host may ask of the room; who is no host is not heard. */
    ask(message: ToRooms) {
      if (inside) send(message);
    },
  };

  const obey = createCommandHandler(actions, () => state);
  const deaf = listenForCommands(jsApi, ({ method, argument }) => {
    if (!state.commandsAllowed || state.phase === 'connecting') return note('ignored', method, argument);
    note('command', method, argument);
    obey(method, argument);
  });

  const connection: RoomsConnection = options.connect({
    onOpen: () =>
      send({
        type: 'hello',
        roomName: options.roomName,
        roomKey: options.roomKey,
        deviceId: options.deviceId,
        pageOrigin: page.origin,
      }),
    onMessage: receive,
    onLost: () => setConnection('unstable'),
  });

  return {
    parsed,
    actions,
    getState: () => state,
    getView: () => view,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    simulate: connection.simulate?.bind(connection),
    close() {
      checks += 1;
      deaf();
      connection.close();
    },
  };
}
