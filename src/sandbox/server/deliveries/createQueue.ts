/** Starts tasks in order, at most `getConcurrency()` at once. Tasks must not reject. */
export function createQueue(getConcurrency: () => number): { add(task: () => Promise<void>): void } {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  const startNext = () => {
    while (running < getConcurrency()) {
      const task = waiting.shift();
      if (!task) return;
      running += 1;
      void task().finally(() => {
        running -= 1;
        startNext();
      });
    }
  };
  return {
    add(task) {
      waiting.push(task);
      startNext();
    },
  };
}
