import { createMeetingStore } from '../meeting/createMeetingStore.js';
import type { MeetingStore } from '../meeting/createMeetingStore.js';
import type { MeetingState } from '../meeting/MeetingState.js';
import { createListeners } from '../meeting/createListeners.js';
import { createFrameHost } from './floating/createFrameHost.js';
import type { FrameHost } from './floating/createFrameHost.js';
import type { MeetingFrameProps } from './MeetingFrame.js';

/** The outlet that shows the meeting: of several, the one mounted last. */
interface ActiveOutlet {
  readonly isMounted: boolean;
  /** The frame host is in the outlet's box. */
  readonly isDocked: boolean;
  /** The outlet, if it is in another document than the provider. No frame moves there alive, so it holds its own. */
  readonly elsewhere?: object | undefined;
  /** Kept when the outlet unmounts, for a call that goes on. */
  readonly props: Partial<MeetingFrameProps>;
  /** Path, query and hash of the page that last had an outlet. */
  readonly path: string;
}

/** What a provider and the components below it share. The same object for the life of the provider. */
export interface OutletRegistry {
  /** Whether the provider holds the frame, and not the outlet. */
  readonly persist: boolean;
  readonly store: MeetingStore;
  /** The state that a server renders, and that a browser starts with when it hydrates. */
  readonly serverState: MeetingState;
  readonly frameHost: FrameHost;
  readonly getActiveOutlet: () => ActiveOutlet;
  readonly subscribe: (listener: () => void) => () => void;
  /** Adds an outlet, or changes its props. */
  register(outlet: object, props: Partial<MeetingFrameProps>, isElsewhere: boolean): void;
  unregister(outlet: object): void;
  /** Loads the room of the frame again. */
  reload(): void;
  /** Calls back when the room is to be loaded again, until the function it returns is called. */
  readonly onReload: (listener: () => void) => () => void;
  /** Removes the frame of a room that does not let go. */
  dismissFrame(): void;
  /** Calls back when the frame is to be removed, until the function it returns is called. */
  readonly onDismiss: (listener: () => void) => () => void;
}

export function createOutletRegistry(persist: boolean): OutletRegistry {
  const store = createMeetingStore();
  const listeners = createListeners();
  const reloadListeners = createListeners();
  const dismissListeners = createListeners();
  const outlets = new Map<object, Pick<ActiveOutlet, 'props' | 'elsewhere'>>();
  let activeOutlet: ActiveOutlet = { isMounted: false, isDocked: false, props: {}, path: '' };

  const update = (change: Partial<ActiveOutlet>) => {
    activeOutlet = { ...activeOutlet, ...change };
    listeners.notify();
  };
  const frameHost = createFrameHost(() => update({ isDocked: frameHost.isDocked }));
  const activateLast = () => {
    const last = [...outlets.values()].at(-1);
    const { pathname, search, hash } = location;
    const path = pathname + search + hash;
    update(last ? { isMounted: true, path, ...last } : { isMounted: false, elsewhere: undefined });
  };

  return {
    persist,
    store,
    serverState: store.getState(),
    frameHost,
    getActiveOutlet: () => activeOutlet,
    subscribe: listeners.add,
    reload: reloadListeners.notify,
    onReload: reloadListeners.add,
    dismissFrame: dismissListeners.notify,
    onDismiss: dismissListeners.add,
    register(outlet, props, isElsewhere) {
      outlets.set(outlet, { props, elsewhere: isElsewhere ? outlet : undefined });
      activateLast();
    },
    unregister(outlet) {
      outlets.delete(outlet);
      activateLast();
    },
  };
}
