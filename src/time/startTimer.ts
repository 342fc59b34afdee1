/**
 * The longest delay of `setTimeout`; a longer one fires at once:
 * https://developer.mozilla.org/docs/Web/API/setTimeout#maximum_delay_value
 */
export const longestTimer = 2 ** 31 - 1;

/**
 * Calls a function once, after any number of milliseconds; after `Infinity` never. Returns the function that stops the
 * timer.
 */
export function startTimer(callback: () => void, milliseconds: number): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (left: number) => {
    timer = left > longestTimer ? setTimeout(wait, longestTimer, left - longestTimer) : setTimeout(callback, left);
  };
  if (milliseconds < Infinity) wait(milliseconds);
  return () => clearTimeout(timer);
}
