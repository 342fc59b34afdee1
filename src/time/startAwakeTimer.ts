import { startTimer } from './startTimer.js';

/** Later than this, in milliseconds, no timer fires in a page that runs, unless its tab is hidden. */
const LATE = 5000;

/**
 * Like `startTimer`, for what someone else has to do meanwhile, such as the room in a frame. A timer that fires much
 * too late was in a page that stood still (a frozen tab, a computer that slept), and so did the frame: it starts again,
 * once.
 */
export function startAwakeTimer(callback: () => void, milliseconds: number): () => void {
  const startedAt = Date.now();
  let stop = startTimer(() => {
    const isLate = Date.now() - startedAt > milliseconds + LATE;
    if (isLate) stop = startTimer(callback, milliseconds);
    else callback();
  }, milliseconds);
  return () => stop();
}
