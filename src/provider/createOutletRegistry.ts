import { createMeetingStore } from '../meeting/createMeetingStore.js';
import type { MeetingStore } from '../meeting/createMeetingStore.js';
import type { MeetingState } from '../meeting/MeetingState.js';
import { createFrameHost } from './floating/createFrameHost.js';
import type { FrameHost } from './floating/createFrameHost.js';
import type { MeetingFrameProps } from './MeetingFrame.js';

/** What the outlets ask for. */
interface Claim {
  readonly isClaimed: boolean;
  readonly isDocked: boolean;
  /** Of the last outlet; it stays when the outlet goes, for a call that goes on. */
  readonly props: Partial<MeetingFrameProps>;
  /** Path of the page that last had an outlet. */
  readonly path: string;
}

/** What a provider and the components below it share. The same object all the time. */
export interface OutletRegistry {
  /** Whether the provider holds the frame, or the outlet. */
  readonly persist: boolean;
  readonly store: MeetingStore;
  /** What a server says of any meeting, and a browser while it takes over from one. */
  readonly initial: MeetingState;
  readonly stage: FrameHost;
  readonly getClaim: () => Claim;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks for the meeting with these props; called again when they have changed. */
  claim(outlet: object, props: Partial<MeetingFrameProps>): void;
  release(outlet: object): void;
}

export function createOutletRegistry(persist: boolean): OutletRegistry {
  const store = createMeetingStore();
  const listeners = new Set<() => void>();
  const outlets = new Map<object, Partial<MeetingFrameProps>>();
  let claim: Claim = { isClaimed: false, isDocked: false, props: {}, path: '' };
  const set = (change: Partial<Claim>) => {
    claim = { ...claim, ...change };
    for (const listener of listeners) listener();
  };
  const stage = createFrameHost(() => set({ isDocked: stage.isDocked }));
  const choose = () => {
    const props = [...outlets.values()].at(-1);
    const { pathname, search, hash } = location;
    set(props ? { isClaimed: true, props, path: pathname + search + hash } : { isClaimed: false });
  };

  return {
    persist,
    store,
    initial: store.getState(),
    stage,
    getClaim: () => claim,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    claim(outlet, props) {
      outlets.set(outlet, props);
      choose();
    },
    release(outlet) {
      outlets.delete(outlet);
      choose();
    },
  };
}
