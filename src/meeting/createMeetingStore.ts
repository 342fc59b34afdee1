import { WherebyError } from '../errors.js';
import { commands } from '../protocol/commands.js';
import type { RoomCommands, RoomEvent } from '../protocol/types.js';
import { changeOf } from './changeOf.js';
import type { MeetingState } from './MeetingState.js';
import { blank } from './silence.js';

interface Framed {
  readonly src: string;
}

/** Where a state comes from and commands go to: what a `ref` of `WherebyEmbed` gives. */
export interface MeetingSource extends RoomCommands {
  readonly iframe: Framed | null;
  subscribe(
    listener: (
      signal: { readonly event: RoomEvent } | { readonly error: WherebyError } | { readonly frame: Framed | null },
    ) => void,
  ): () => void;
}

export interface MeetingStore {
  /** The state now; the same object until something in it changes. */
  getState(): MeetingState;
  /** Calls the listener after every change, until the function it returns is called. */
  subscribe(listener: () => void): () => void;
  /** Follows a source from now on; null follows none. Can be given as `ref` to `WherebyEmbed`. */
  connect(source: MeetingSource | null): void;
}

/** These leave no meeting; after the others it goes on. */
const isFatal = ({ code }: WherebyError): boolean => /^(ROOM_|FRAME_|READY_)/.test(code);

/** The state of a live meeting, kept up to date by what its frame says. Works without React. */
export function createMeetingStore(from: MeetingSource | null = null): MeetingStore {
  const listeners = new Set<() => void>();
  const waiting: ((source: MeetingSource) => void)[] = [];
  let source: MeetingSource | null = null;
  let unsubscribe: (() => void) | undefined;
  /** The frame; once it was taken away also what was known then: React may give it back as it was. */
  let last: { readonly frame: Framed; readonly src: string; readonly state?: MeetingState } | undefined;

  const send = (name: keyof RoomCommands, args: readonly unknown[]): Promise<void> => {
    const call = (to: MeetingSource) => (to[name] as (...args: readonly unknown[]) => Promise<void>)(...args);
    const promise = source ? call(source) : new Promise<void>((done) => waiting.push((to) => done(call(to))));
    promise.catch((error: unknown) => {
      // That the frame went away is no news to whoever took it away.
      if (error instanceof WherebyError && error.code !== 'COMMAND_CANCELLED') set({ error });
    });
    return promise;
  };
  let state: MeetingState = {
    ...blank,
    commands: Object.fromEntries(
      Object.keys(commands).map((name) => [
        name,
        (...args: readonly unknown[]) => send(name as keyof RoomCommands, args),
      ]),
    ) as unknown as RoomCommands,
  };

  const set = (change: Partial<MeetingState>) => {
    const keys = Object.keys(change) as (keyof MeetingState)[];
    if (keys.every((key) => Object.is(change[key], state[key]))) return;
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const show = (frame: Framed | null) => {
    if (frame) {
      const isLast = last?.frame === frame && last.src === frame.src;
      set(isLast ? (last?.state ?? {}) : { ...blank, phase: 'loading' });
      last = { frame, src: frame.src };
      return;
    }
    if (last && !last.state) last = { ...last, state };
    const { phase, error } = state;
    if (phase === 'joined') set({ ...blank, phase: 'left', reason: 'left', error });
    else if (!/left|ended|failed/.test(phase)) set({ ...blank, error });
  };

  const connect = (next: MeetingSource | null) => {
    unsubscribe?.();
    source = next;
    show(next?.iframe ?? null);
    unsubscribe = next?.subscribe((signal) => {
      if ('event' in signal) set(changeOf(signal.event, state));
      else if ('frame' in signal) show(signal.frame);
      else {
        const { error } = signal;
        // A call that is on outlives a room that is missing for a moment.
        const isOver = isFatal(error) && state.phase !== 'joined';
        set({ error, ...(isOver && { phase: 'failed', reason: error.code }) });
      }
    });
    if (next) for (const call of waiting.splice(0)) call(next);
  };

  if (from) connect(from);
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    connect,
  };
}
