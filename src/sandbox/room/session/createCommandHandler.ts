import type { SettingsPane } from '../../../protocol/commands.js';
import type { CommandName } from '../../../protocol/types.js';
import type { ToRooms } from '../../wire.js';
import type { SessionState } from './SessionState.js';

interface CommandActions {
  ask(message: ToRooms): void;
  knock(): void;
  cancelKnock(): void;
  leave(): void;
  openSettings(pane: SettingsPane): void;
  setBreakout(open: boolean): void;
  setCamera(enabled: boolean): void;
  setMicrophone(enabled: boolean): void;
  setScreenshare(enabled: boolean): void;
  setPanel(panel: 'chat' | 'people' | null): void;
}

/** What each command of the protocol does; an argument left out turns over what is. */
export function createCommandHandler(actions: CommandActions, state: () => SessionState) {
  const panel = (name: 'chat' | 'people') => (open: unknown) => {
    const isOpen = state().panel === name;
    if (open ?? !isOpen) actions.setPanel(name);
    else if (isOpen) actions.setPanel(null);
  };
  const self = (name: 'camera' | 'microphone' | 'screenshare', apply: (on: boolean) => void) => (on: unknown) =>
    apply(Boolean(on ?? !state().self[name]));
  const handlers: Record<CommandName, (argument: unknown) => void> = {
    endMeeting: () => actions.ask({ type: 'endMeeting' }),
    knock: () => actions.knock(),
    cancelKnock: () => actions.cancelKnock(),
    leaveRoom: () => actions.leave(),
    openSettings: (pane) => actions.openSettings((pane as SettingsPane | undefined) ?? 'media'),
    startRecording: () => actions.ask({ type: 'record', on: true }),
    stopRecording: () => actions.ask({ type: 'record', on: false }),
    startStreaming: () => actions.ask({ type: 'stream', on: true }),
    stopStreaming: () => actions.ask({ type: 'stream', on: false }),
    startLiveTranscription: () => actions.ask({ type: 'transcribe', on: true }),
    stopLiveTranscription: () => actions.ask({ type: 'transcribe', on: false }),
    toggleBreakout: (open) => actions.setBreakout(Boolean(open ?? !state().room?.breakout.open)),
    toggleCamera: self('camera', (on) => actions.setCamera(on)),
    toggleMicrophone: self('microphone', (on) => actions.setMicrophone(on)),
    togglePeople: panel('people'),
    toggleScreenshare: self('screenshare', (on) => actions.setScreenshare(on)),
    toggleChat: panel('chat'),
  };
  return (method: CommandName, argument: unknown): void => handlers[method](argument);
}
