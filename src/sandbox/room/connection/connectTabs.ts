import type { Connection, World, WorldState } from '../../core/index.js';
import type { FromRooms, ToRooms } from '../../wire.js';
import { randomId } from '../randomId.js';
import { createStaticWorld, prepareRoom, simulate } from './createStaticWorld.js';
import type { Connect, Simulation } from './types.js';

/** What tabs say to each other. `from` and `to` name a page; the leading one answers everybody. */
type TabMessage =
  | { readonly kind: 'ask'; readonly from: string; readonly message: ToRooms }
  | { readonly kind: 'simulate'; readonly roomName: string; readonly what: Simulation }
  | { readonly kind: 'answer'; readonly to: string; readonly message: FromRooms }
  | { readonly kind: 'gone'; readonly from: string }
  | { readonly kind: 'who-leads' }
  | { readonly kind: 'leads' };

const CHANNEL = 'react-whereby-embed-sandbox';
const SAVED = 'react-whereby-embed-sandbox-world';

/** Storage can be forbidden (sandboxed frames, strict privacy settings): rooms then end with the leading tab. */
const save = (state: WorldState) => {
  try {
    localStorage.setItem(SAVED, JSON.stringify(state));
  } catch {
    // See above.
  }
};

const load = (): WorldState | undefined => {
  try {
    const text = localStorage.getItem(SAVED);
    return text ? (JSON.parse(text) as WorldState) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Rooms without a server: one tab of the browser leads and runs them, the others ask it over a channel. When it
 * closes, another takes over with the rooms as they were, and every page says hello anew.
 */
export const connectTabs =
  (roomName: string): Connect =>
  ({ onOpen, onMessage, onLost }) => {
    const me = randomId();
    const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL);
    const links = new Map<string, Connection>();
    let world: World | undefined;
    let open = false;
    let closed = false;
    let release: (() => void) | undefined;

    const post = (message: TabMessage) => channel?.postMessage(message);
    const answer = (to: string, message: FromRooms) => {
      if (closed) return;
      // Never within the call that asked: a page hears answers after it is done asking, as with a server.
      if (to === me) queueMicrotask(() => !closed && onMessage(message));
      else post({ kind: 'answer', to, message });
    };
    const receive = (from: string, message: ToRooms) => {
      if (!world) return;
      if (message.type === 'hello') prepareRoom(world, message.roomName);
      let link = links.get(from);
      if (!link) {
        link = world.connect((it) => answer(from, it), { userAgent: navigator.userAgent });
        links.set(from, link);
      }
      link.receive(message);
    };

    const opened = () => {
      if (closed) return;
      if (open) onLost();
      open = true;
      onOpen();
    };

    const lead = (tookOver: boolean) => {
      if (closed) return;
      world = createStaticWorld(tookOver ? load() : undefined);
      world.on(() => world && save(world.state));
      post({ kind: 'leads' });
      opened();
    };

    channel?.addEventListener('message', (event: MessageEvent<TabMessage>) => {
      const it = event.data;
      if (it.kind === 'answer') return it.to === me ? onMessage(it.message) : undefined;
      if (it.kind === 'leads') return world ? undefined : opened();
      if (!world) return;
      if (it.kind === 'who-leads') post({ kind: 'leads' });
      else if (it.kind === 'ask') receive(it.from, it.message);
      else if (it.kind === 'simulate') simulate(world, it.roomName, it.what);
      else {
        links.get(it.from)?.close();
        links.delete(it.from);
      }
    });

    const holdWhileOpen = () => new Promise<void>((resolve) => (release = resolve));
    const elect = async () => {
      try {
        let leads = false;
        await navigator.locks.request(CHANNEL, { ifAvailable: true }, (lock) => {
          if (!lock) return undefined;
          leads = true;
          lead(false);
          return holdWhileOpen();
        });
        if (leads) return;
        post({ kind: 'who-leads' });
        await navigator.locks.request(CHANNEL, () => {
          lead(true);
          return holdWhileOpen();
        });
      } catch {
        // No locks here (no secure context, or a sandboxed frame): this page is on its own.
        if (!world) lead(false);
      }
    };
    void elect();

    const close = () => {
      if (closed) return;
      closed = true;
      links.get(me)?.close();
      if (world) {
        save(world.state);
        world.stop();
      } else post({ kind: 'gone', from: me });
      release?.();
      channel?.close();
      removeEventListener('pagehide', close);
    };
    addEventListener('pagehide', close);

    return {
      send(message) {
        if (world) receive(me, message);
        else post({ kind: 'ask', from: me, message });
      },
      simulate(what) {
        if (world) simulate(world, roomName, what);
        else post({ kind: 'simulate', roomName, what });
      },
      close,
    };
  };
