import type { Connection, World } from '../../core/index.js';
import type { FromRooms, ToRooms } from '../../wire.js';
import { createRandomId } from '../createRandomId.js';
import { createStaticWorld, prepareRoom } from './createStaticWorld.js';
import { loadWorld, saveWorld } from './savedWorld.js';
import { simulate } from './simulate.js';
import type { Connect, Simulation } from './types.js';

/** The messages between tabs. `from` and `to` are ids of pages; the leading tab receives requests and replies. */
type TabMessage =
  | { readonly kind: 'request'; readonly from: string; readonly message: ToRooms }
  | { readonly kind: 'simulate'; readonly roomName: string; readonly simulation: Simulation }
  | { readonly kind: 'reply'; readonly to: string; readonly message: FromRooms }
  | { readonly kind: 'gone'; readonly from: string }
  | { readonly kind: 'who-leads' }
  | { readonly kind: 'leads' };

const CHANNEL = 'react-whereby-embed-sandbox';

/**
 * Rooms without a server, in the tabs of one browser.
 *
 * 1. At any time at most one tab leads: it runs the rooms for all of them.
 * 2. When it closes, another tab takes over with the rooms as they were, and every page says hello again.
 * 3. A page gets its replies after it is done sending, as it would from a server.
 * 4. Without locks or a channel, the tab runs its rooms alone.
 *
 * How: the tab that holds a Web Lock leads; the others wait for the lock. The leading tab saves the world after every
 * change, for the tab that takes over.
 */
export const connectTabs =
  (roomName: string): Connect =>
  ({ onOpen, onMessage, onLost }) => {
    const ownId = createRandomId();
    const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL);
    const connections = new Map<string, Connection>();
    /** Only in the leading tab. */
    let world: World | undefined;
    let isOpen = false;
    let isClosed = false;
    let releaseLock: (() => void) | undefined;

    const post = (message: TabMessage) => channel?.postMessage(message);
    const reply = (to: string, message: FromRooms) => {
      if (isClosed) return;
      if (to === ownId) queueMicrotask(() => !isClosed && onMessage(message));
      else post({ kind: 'reply', to, message });
    };
    const connectTo = (leading: World, from: string) => {
      const connection = leading.connect((message) => reply(from, message), { userAgent: navigator.userAgent });
      connections.set(from, connection);
      return connection;
    };
    const receive = (leading: World, from: string, message: ToRooms) => {
      if (message.type === 'hello') prepareRoom(leading, message.roomName);
      const connection = connections.get(from) ?? connectTo(leading, from);
      connection.receive(message);
    };

    /** What is to go on in a room is said before anybody says hello there. */
    const play = (leading: World, name: string, simulation: Simulation) => {
      if (simulation.type === 'stage') prepareRoom(leading, name);
      simulate(leading, name, simulation);
    };

    const openAgain = () => {
      if (isClosed) return;
      if (isOpen) onLost();
      isOpen = true;
      onOpen();
    };

    const lead = ({ isTakeover }: { readonly isTakeover: boolean }) => {
      if (isClosed) return;
      const leading = createStaticWorld(isTakeover ? loadWorld() : undefined);
      leading.on(() => saveWorld(leading.state));
      world = leading;
      post({ kind: 'leads' });
      openAgain();
    };

    channel?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
      if (data.kind === 'reply') return data.to === ownId ? onMessage(data.message) : undefined;
      if (data.kind === 'leads') return world ? undefined : openAgain();
      if (!world) return;
      switch (data.kind) {
        case 'who-leads':
          return post({ kind: 'leads' });
        case 'request':
          return receive(world, data.from, data.message);
        case 'simulate':
          return play(world, data.roomName, data.simulation);
        case 'gone':
          connections.get(data.from)?.close();
          connections.delete(data.from);
      }
    });

    /** A lock is held until this resolves. */
    const waitForClose = () => new Promise<void>((resolve) => (releaseLock = resolve));

    const elect = async () => {
      try {
        const hasLed = await navigator.locks.request(CHANNEL, { ifAvailable: true }, async (lock) => {
          if (!lock) return false;
          lead({ isTakeover: false });
          await waitForClose();
          return true;
        });
        if (hasLed) return;
        post({ kind: 'who-leads' });
        await navigator.locks.request(CHANNEL, async () => {
          lead({ isTakeover: true });
          await waitForClose();
        });
      } catch {
        // No locks: not a secure context, or a sandboxed frame.
        if (!world) lead({ isTakeover: false });
      }
    };
    void elect();

    const close = () => {
      if (isClosed) return;
      isClosed = true;
      connections.get(ownId)?.close();
      if (world) {
        saveWorld(world.state);
        world.stop();
      } else post({ kind: 'gone', from: ownId });
      releaseLock?.();
      channel?.close();
      removeEventListener('pagehide', close);
    };
    addEventListener('pagehide', close);

    return {
      send(message) {
        if (world) receive(world, ownId, message);
        else post({ kind: 'request', from: ownId, message });
      },
      simulate(simulation) {
        if (world) play(world, roomName, simulation);
        else post({ kind: 'simulate', roomName, simulation });
      },
      close,
    };
  };
