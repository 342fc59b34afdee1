import { createCommandMethods } from '../protocol/createCommandMethods.js';
import type { CommandName, RoomCommands } from '../protocol/types.js';
import { createListeners } from './createListeners.js';
import type { Store } from './createStore.js';
import { initialState } from './initialState.js';
import { isShallowEqual } from './isShallowEqual.js';
import type { MeetingState } from './MeetingState.js';
import { outcomeAfterMeeting } from './outcomeAfterMeeting.js';
import { stateAfterDetach } from './stateAfterDetach.js';

export interface MeetingStore extends Store<MeetingState> {
  /** Follows a source from now on; null follows none. Can be given as `ref` to `WherebyEmbed`. */
  connect(source: Store<MeetingState> | null): void;
}

/**
 * The state of a live meeting for those who need it before its frame is there and after it is gone: of one embed after
 * the other. Works without React.
 *
 * While a source is connected, everything is forwarded to it: the state and the commands are its own. Without one, the
 * store keeps how the last meeting ended, and the commands that wait for the next source. What asks for the end of a meeting
 * that is over does not wait: it succeeds at once.
 *
 * @param from the first source: what a `ref` of `WherebyEmbed` holds
 */
export function createMeetingStore(from: Store<MeetingState> | null = null): MeetingStore {
  const listeners = createListeners();
  const waiting: ((commands: RoomCommands) => void)[] = [];
  let source: Store<MeetingState> | null = null;
  let unsubscribe: (() => void) | undefined;

  const commands = createCommandMethods((name, ...args) => {
    if (source) return callCommand(source.getState().commands, name, args);
    // Not kept for the next source, whose meeting it would end.
    if (outcomeAfterMeeting(name, detachedState.phase) === 'done') return Promise.resolve();
    const promise = new Promise<void>((resolve) =>
      waiting.push((connected) => resolve(callCommand(connected, name, args))),
    );
    // As with the commands of a ref: a promise that nobody handles makes no unhandled rejection.
    promise.catch(() => undefined);
    return promise;
  });

  let detachedState: MeetingState = { ...initialState, commands };
  let sourceState: MeetingState | undefined;
  let forwardedState = detachedState;
  const getState = (): MeetingState => {
    if (!source) return detachedState;
    if (sourceState !== source.getState()) {
      sourceState = source.getState();
      forwardedState = { ...sourceState, commands };
    }
    return forwardedState;
  };

  const connect = (next: Store<MeetingState> | null) => {
    const before = getState();
    unsubscribe?.();
    unsubscribe = next?.subscribe(listeners.notify);
    source = next;
    sourceState = undefined;
    if (!next) detachedState = { ...before, ...stateAfterDetach(before) };
    if (!isShallowEqual(before, getState())) listeners.notify();
    if (next) for (const send of waiting.splice(0)) send(next.getState().commands);
  };

  connect(from);
  return { getState, subscribe: listeners.add, connect };
}

const callCommand = (commands: RoomCommands, name: CommandName, args: readonly unknown[]): Promise<void> =>
  // Each method has arguments of its own; these come from the method of the same name.
  (commands[name] as (...args: readonly unknown[]) => Promise<void>)(...args);
