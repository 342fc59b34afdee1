import type { FromRooms, RoomState, ToRooms } from '../../wire.js';
import type { RoomsConnection } from '../connection/types.js';
import { createCommandHandler } from './createCommandHandler.js';
import { createEntrance } from './createEntrance.js';
import { createSessionActions } from './createSessionActions.js';
import { createSessionStore } from './createSessionStore.js';
import { listenForCommands } from './listenForCommands.js';
import type { ReceivedCommand } from './readCommand.js';
import { reportRoomChanges } from './reportRoomChanges.js';
import type { Emit } from './reportRoomChanges.js';
import type { SessionOptions } from './SessionOptions.js';

/** The room with another id for one of its participants. */
const renameParticipant = (room: RoomState, from: string | null, to: string): RoomState => ({
  ...room,
  participants: room.participants.map((one) => (one.participantId === from ? { ...one, participantId: to } : one)),
});

/** How long a reaction is shown. */
const REACTION_MS = 4_000;

export type Session = ReturnType<typeof createSession>;

/** One participant's session: what they see, what they do, and which events the embedding page gets. */
export function createSession(options: SessionOptions) {
  const { parsed, page } = options;
  const store = createSessionStore(parsed.params);
  const { getState, getView, set, setSelf } = store;
  /** The room as the page knows it from events; null until the first state of the room after entering. */
  let reportedRoom: RoomState | null = null;

  const emit: Emit = (prop, payload) => {
    page.post(prop, payload);
    store.addFrameMessage('event', prop, payload);
  };
  const send = (message: ToRooms) => connection.send(message);
  const isJoined = () => getState().phase === 'joined';

  const leave = (phase: 'left' | 'removed' | 'ended') => {
    reportedRoom = null;
    if (phase === 'ended') emit('onMeetingEnd', null);
    set({
      phase,
      selfId: null,
      panel: null,
      settings: null,
      pip: false,
      localRecording: false,
      self: { ...getState().self, screenshare: false, group: null, handRaised: false },
    });
    emit('onLeave', { removed: phase === 'removed' });
  };
  const leaveMeeting = (phase: 'left' | 'removed' | 'ended') => isJoined() && leave(phase);

  const { enterDirectly = false, askDevices, checkDevice } = options;
  const entrance = createEntrance({ store, emit, send, enterDirectly, askDevices, checkDevice });
  const actions = createSessionActions({ store, entrance, emit, send, leave: () => leave('left') });

  const welcome = ({ role, commandsAllowed, room }: Extract<FromRooms, { type: 'welcome' }>) => {
    const { phase } = getState();
    set({ role, commandsAllowed, room });
    if (phase === 'connecting') {
      if (getView().viewer) setSelf({ camera: false, microphone: false });
      emit('onReady', null);
      return entrance.open();
    }
    // The connection was lost: back to where they were.
    if (phase === 'joined') entrance.sendEnter();
    else if (phase === 'knocking') entrance.sendKnock();
    actions.setConnection('stable');
  };

  const enterRoom = ({ participantId, role }: Extract<FromRooms, { type: 'entered' }>) => {
    const isReconnect = isJoined();
    const { selfId } = getState();
    set({ phase: 'joined', selfId: participantId, role });
    if (isReconnect) {
      // Nobody left: this participant has another id now.
      if (reportedRoom) reportedRoom = renameParticipant(reportedRoom, selfId, participantId);
      return;
    }
    reportedRoom = null;
    emit('onJoin', null);
    if (getView().autoSpotlight) send({ type: 'spotlight', participantId });
  };

  const updateRoom = (room: RoomState) => {
    set({ room });
    const { selfId, self } = getState();
    const me = room.participants.find(({ participantId }) => participantId === selfId);
    if (!isJoined() || !me) return;
    const before = reportedRoom;
    reportedRoom = room;
    reportRoomChanges(before, room, selfId, emit);
    // The group was closed: its people are back in the main room.
    if (me.group !== self.group) setSelf({ group: me.group });
  };

  const showReaction = ({ participantId, emoji }: Extract<FromRooms, { type: 'reaction' }>) => {
    const id = store.createId();
    set({ reactions: [...getState().reactions, { id, participantId, emoji }] });
    setTimeout(() => set({ reactions: getState().reactions.filter((one) => one.id !== id) }), REACTION_MS);
  };

  const receive = (message: FromRooms) => {
    switch (message.type) {
      case 'welcome':
        return welcome(message);
      case 'refused':
        leaveMeeting('removed');
        return set({ phase: 'refused', refusal: message.reason });
      case 'entered':
        return enterRoom(message);
      case 'locked':
      case 'full':
        leaveMeeting('left');
        return set({ phase: message.type });
      case 'rejected':
        return set({ phase: 'rejected' });
      case 'room':
        return updateRoom(message.room);
      case 'reaction':
        return showReaction(message);
      case 'muted':
        if (!getState().self.microphone) return;
        setSelf({ microphone: false });
        return emit('onMicrophoneToggle', { enabled: false });
      case 'removed':
      case 'ended':
        return void leaveMeeting(message.type);
      case 'allowed':
        return set({ commandsAllowed: message.commandsAllowed });
      case 'clock':
        return set({ clockAhead: Date.parse(message.now) - Date.now() });
    }
  };

  const handleCommand = createCommandHandler(actions, getState);
  const receiveCommand = ({ method, argument }: ReceivedCommand) => {
    const isIgnored = !getState().commandsAllowed || getState().phase === 'connecting';
    store.addFrameMessage(isIgnored ? 'ignored' : 'command', method, argument);
    if (!isIgnored) handleCommand(method, argument);
  };
  const stopListening = options.jsApi ? listenForCommands(receiveCommand) : () => undefined;

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
    onLost: () => actions.setConnection('unstable'),
  });

  return {
    parsed,
    actions,
    getState,
    getView,
    subscribe: store.subscribe,
    /** Plays simulated people; undefined if a server does that. */
    simulate: connection.simulate?.bind(connection),
    close() {
      entrance.cancelCheck();
      stopListening();
      connection.close();
    },
  };
}
