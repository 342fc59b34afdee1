import type { School } from '../School.js';
import { readBoard } from './readBoard.js';

export interface BoardFeed {
  /** Calls the listener with the board now and whenever it changes. Returns a function that stops that. */
  subscribe(listener: (board: string) => void): () => void;
  /** Looks no more. Resolves when the last look has ended. */
  stop(): Promise<void>;
}

/**
 * One look at the rows every second, for all who watch in this process, and none while nobody does. A clock decides who is
 * missing, so the board changes without an event too; and other processes' events are in the rows.
 */
export function createBoardFeed(school: School): BoardFeed {
  const listeners = new Set<(board: string) => void>();
  let last: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let looking: Promise<void> = Promise.resolve();

  function start(): void {
    looking = look();
  }

  async function look(): Promise<void> {
    try {
      const board = JSON.stringify(await readBoard(school));
      if (board !== last) for (const listener of listeners) listener(board);
      last = board;
    } catch (error) {
      school.log.error('board', error);
    }
    timer = listeners.size && !isStopped ? setTimeout(start, 1_000) : undefined;
    if (!timer) last = undefined;
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (last !== undefined) listener(last);
      if (listeners.size === 1 && !timer && !isStopped) start();
      return () => {
        listeners.delete(listener);
      };
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
