import type { WherebyError } from '../errors/WherebyError.js';

/**
 * Whether the room in a frame can be used.
 *
 *   loading ── respond ──> ready      the frame posted a message
 *   loading ── assume ───> assumed    the frame is older than our listener and may have posted `ready` before it
 *   assumed ── respond ──> ready
 *   loading, assumed ── fail ──> failed
 *   failed ─── respond ──> ready      a late room is still a room
 *   any ────── start ────> loading    another frame or another address
 */
export type Readiness =
  | { readonly name: 'loading' }
  | { readonly name: 'assumed' }
  | { readonly name: 'ready' }
  | { readonly name: 'failed'; readonly error: WherebyError };

/** What a page sees of it: a room that is assumed to be ready can be used like one that is. */
export type RoomStatus = 'loading' | 'ready' | WherebyError;

/** A server-rendered frame may have posted `ready` before we listened; after this silence we assume it did. */
const ASSUME_READY_AFTER = 3000;

const DEFAULT_TIMEOUT = 30_000;

/** The longest delay that browsers keep; a longer one fires at once: https://developer.mozilla.org/docs/Web/API/setTimeout#maximum_delay_value */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The readiness of one frame after the other, and the timers that move it on while the frame is silent. */
export function createReadiness(onAssume: () => void, onTimeout: () => void) {
  let readiness: Readiness = { name: 'loading' };
  let timers: ReturnType<typeof setTimeout>[] = [];

  const stopTimers = () => {
    timers.forEach(clearTimeout);
    timers = [];
  };
  const assume = () => {
    if (readiness.name !== 'loading') return;
    readiness = { name: 'assumed' };
    onAssume();
  };

  return {
    get status(): RoomStatus {
      if (readiness.name === 'failed') return readiness.error;
      return readiness.name === 'loading' ? 'loading' : 'ready';
    },
    /** Another frame. */
    start() {
      readiness = { name: 'loading' };
    },
    /**
     * Starts the timers of a frame that has not posted anything yet.
     *
     * @param timeout milliseconds until a silent room counts as failed. Defaults to 30,000.
     * @param mayHaveMissedReady the frame is older than our listener
     */
    wait(timeout: number | undefined, mayHaveMissedReady: boolean) {
      stopTimers();
      if (readiness.name === 'ready') return;
      // Silence says nothing about a room that may have spoken before.
      if (mayHaveMissedReady) return void timers.push(setTimeout(assume, ASSUME_READY_AFTER));
      // Not `??`: with NaN or 0 the time would be up before the room has begun to load.
      timers.push(setTimeout(onTimeout, Math.min(timeout || DEFAULT_TIMEOUT, LONGEST_TIMER)));
    },
    stopTimers,
    respond() {
      stopTimers();
      readiness = { name: 'ready' };
    },
    fail(error: WherebyError) {
      stopTimers();
      readiness = { name: 'failed', error };
    },
  };
}
