import type { ExitReason } from '../bridge/types.js';

/** Where to go after each way out of a meeting; a way that is not named leaves the page as it is. */
export type ExitTargets = string | { readonly [Reason in ExitReason]?: string | undefined };

/**
 * A handler for `onExit` that goes to another page. `go` is your router's way to go there; without it the browser
 * loads the page.
 */
export const redirectAfterExit =
  (to: ExitTargets, go: (target: string) => void = (target) => location.assign(target)) =>
  ({ reason }: { readonly reason: ExitReason }): void => {
    const target = typeof to === 'string' ? to : to[reason];
    if (target) go(target);
  };
