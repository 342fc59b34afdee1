import { startTimer } from '../../../time/startTimer.js';

/**
 * Renews a claim every `interval` milliseconds until it is stopped or `renew` returns false. What `renew` throws is no
 * reason to stop: the database may be back before the lease runs out.
 */
export class Lease {
  #stopTimer: () => void = () => undefined;
  #isStopped = false;
  #renewedAt = performance.now();

  constructor(renew: () => Promise<boolean>, interval: number) {
    this.#wait(renew, interval);
  }

  /** Whether its timer runs. That of a worker whose request was ended does not, and nothing says so. */
  get isAlive(): boolean {
    return performance.now() - this.#renewedAt < longestSilence;
  }

  stop(): void {
    this.#isStopped = true;
    this.#stopTimer();
  }

  #wait(renew: () => Promise<boolean>, interval: number): void {
    this.#stopTimer = startTimer(() => {
      this.#renewedAt = performance.now();
      void renew()
        .catch(() => true)
        .then((isHeld) => {
          if (!this.#isStopped) this.#wait(isHeld ? renew : heldElsewhere, interval);
        });
    }, interval);
  }
}

/** Once a claim is lost there is nothing to renew, but the function still runs. */
const heldElsewhere = async () => false;

/** Longer than any process is busy with one thing. */
const longestSilence = 60_000;
