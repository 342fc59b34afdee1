import { settingsPanes } from '../../../protocol/commands.js';
import type { CommandName } from '../../../protocol/types.js';
import type { SessionActions } from './createSessionActions.js';
import type { SessionState } from './SessionState.js';

/** Does what each command of the protocol asks for. A toggle without an argument changes to the opposite. */
export function createCommandHandler(actions: SessionActions, getState: () => SessionState) {
  const togglePanel = (name: 'chat' | 'people') => (open: unknown) => {
    const isOpen = getState().panel === name;
    if (open ?? !isOpen) actions.setPanel(name);
    else if (isOpen) actions.setPanel(null);
  };
  const toggleSelf = (name: 'camera' | 'microphone' | 'screenshare', set: (on: boolean) => void) => (on: unknown) =>
    set(Boolean(on ?? !getState().self[name]));

  const handlers: Readonly<Record<CommandName, (argument: unknown) => void>> = {
    endMeeting: () => actions.ask({ type: 'endMeeting' }),
    knock: () => actions.knock(),
    cancelKnock: () => actions.cancelKnock(),
    leaveRoom: () => actions.leave(),
    openSettings: (argument) => actions.openSettings(settingsPanes.find((pane) => pane === argument) ?? 'media'),
    startRecording: () => actions.ask({ type: 'record', on: true }),
    stopRecording: () => actions.ask({ type: 'record', on: false }),
    startStreaming: () => actions.ask({ type: 'stream', on: true }),
    stopStreaming: () => actions.ask({ type: 'stream', on: false }),
    startLiveTranscription: () => actions.ask({ type: 'transcribe', on: true }),
    stopLiveTranscription: () => actions.ask({ type: 'transcribe', on: false }),
    toggleBreakout: (open) => actions.setBreakout(Boolean(open ?? !getState().room?.breakout.open)),
    toggleCamera: toggleSelf('camera', actions.setCamera),
    toggleMicrophone: toggleSelf('microphone', actions.setMicrophone),
    togglePeople: togglePanel('people'),
    toggleScreenshare: toggleSelf('screenshare', actions.setScreenshare),
    toggleChat: togglePanel('chat'),
  };
  return (method: CommandName, argument: unknown): void => handlers[method](argument);
}
