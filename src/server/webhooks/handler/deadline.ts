/** What a race with the deadline is lost with. */
export const late = Symbol('late');

/** A moment by which an answer has to be given. */
export interface Deadline {
  /** What the work comes to, or `late`. The work goes on either way. */
  race<T>(work: Promise<T>): Promise<T | typeof late>;
  /** Milliseconds that are left, never below nought. */
  left(): number;
}

export function deadlineIn(milliseconds: number): Deadline {
  const at = performance.now() + milliseconds;
  const left = () => Math.max(0, at - performance.now());
  return {
    left,
    async race(work) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const over = new Promise<typeof late>((resolve) => {
        timer = setTimeout(() => resolve(late), left());
      });
      try {
        return await Promise.race([work, over]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
