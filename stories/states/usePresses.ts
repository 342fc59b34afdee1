import { useEffect } from 'react';

/** How often it is looked whether a button has come. */
const EVERY = 100;

/**
 * Presses buttons in a part of a page, each as soon as it is there. It is no click of a pointer: nothing scrolls, and the
 * focus stays where it is.
 * @param find the part of the page, which may come later.
 */
export function usePresses(find: () => ParentNode | null | undefined, presses: readonly RegExp[] = []): void {
  const key = presses.map(String).join();
  useEffect(() => {
    let next = 0;
    const timer = setInterval(() => {
      const name = presses[next];
      if (!name) return clearInterval(timer);
      const buttons = find()?.querySelectorAll('button') ?? [];
      const button = [...buttons].find((one) =>
        name.test((one.getAttribute('aria-label') ?? one.textContent ?? '').trim()),
      );
      if (!button || button.disabled) return;
      button.click();
      next += 1;
    }, EVERY);
    return () => clearInterval(timer);
    // The names of the buttons, not the array around them, and the part of the page as it is then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
}
