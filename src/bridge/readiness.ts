import type { WherebyError } from '../errors/WherebyError.js';
import { startAwakeTimer } from '../time/startAwakeTimer.js';

/**
 * Whether the room in a frame can be used.
 *
 *   loading ── respond ──> ready      the frame posted a message
 *   loading ── assume ───> assumed    the frame is older than our listener and may have posted `ready` before it
 *   assumed ── respond ──> ready
 *   loading, assumed ── fail ──> failed
 *   failed ─── respond ──> ready      a late room is still a room
 *   any ────── start ────> loading    another frame or another URL
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

/** The readiness of one frame after the other, and the timer that moves it on while the frame is silent. */
export function createReadiness(onAssume: () => void, onTimeout: () => void) {
  let readiness: Readiness = { name: 'loading' };
  let stopTimer: () => void = () => undefined;

  const assume = () => {
    readiness = { name: 'assumed' };
    onAssume();
  };

  return {
    get status(): RoomStatus {
      if (readiness.name === 'failed') return readiness.error;
      return readiness.name === 'loading' ? 'loading' : 'ready';
    },
    /** The frame has posted something. */
    get hasResponded() {
      return readiness.name === 'ready';
    },
    /** Another frame. A lazy one is waited for later. */
    start() {
      stopTimer();
      readiness = { name: 'loading' };
    },
    /**
     * Starts the timer of a frame that has not posted anything yet.
     *
     * @param timeout milliseconds until a silent room counts as failed
     * @param mayHaveMissedReady the frame is older than our listener
     */
    wait(timeout: number, mayHaveMissedReady: boolean) {
      stopTimer();
      if (readiness.name !== 'loading') return;
      // Silence says nothing about a room that may have spoken before.
      stopTimer = mayHaveMissedReady
        ? startAwakeTimer(assume, ASSUME_READY_AFTER)
        : startAwakeTimer(onTimeout, timeout);
    },
    stopTimer: () => stopTimer(),
    respond() {
      stopTimer();
      readiness = { name: 'ready' };
    },
    fail(error: WherebyError) {
      stopTimer();
      readiness = { name: 'failed', error };
    },
  };
}
