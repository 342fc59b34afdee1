import { createCommandMethods } from '../protocol/createCommandMethods.js';
import type { RoomCommands } from '../protocol/types.js';
import { initialState } from './initialState.js';
import { createStore } from './createStore.js';
import type { Store } from './createStore.js';
import { stateAfterDetach } from './stateAfterDetach.js';
import type { MeetingState } from './MeetingState.js';

/** Where a state comes from and commands go to: what a `ref` of `WherebyEmbed` gives. */
export type MeetingSource = Store<MeetingState>;

export interface MeetingStore extends Store<MeetingState> {
  /** Follows a source from now on; null follows none. Can be given as `ref` to `WherebyEmbed`. */
  connect(source: MeetingSource | null): void;
}

/**
 * The state of a live meeting that is there before its frame and after it: of one embed after the other. Works
 * without React.
 */
export function createMeetingStore(from: MeetingSource | null = null): MeetingStore {
  const waiting: ((to: RoomCommands) => void)[] = [];
  let source: MeetingSource | null = null;
  let unsubscribe: (() => void) | undefined;

  const methods = createCommandMethods((name, ...args) => {
    const call = (to: RoomCommands) => (to[name] as (...args: readonly unknown[]) => Promise<void>)(...args);
    if (source) return call(source.getState().commands);
    const promise = new Promise<void>((done) => waiting.push((to) => done(call(to))));
    promise.catch(() => undefined);
    return promise;
  });
  const { getState, subscribe, set } = createStore<MeetingState>({ ...initialState, commands: methods });
  const follow = () => set({ ...source!.getState(), commands: methods });

  const connect = (next: MeetingSource | null) => {
    unsubscribe?.();
    unsubscribe = undefined;
    source = next;
    if (!next) return set(stateAfterDetach(getState()));
    follow();
    unsubscribe = next.subscribe(follow);
    for (const call of waiting.splice(0)) call(next.getState().commands);
  };

  connect(from);
  return { getState, subscribe, connect };
}
