import type { Room } from './rooms.js';

/**
 * The address of a room of the sandbox's static form, which the built Storybook carries with it. Relative to
 * Storybook's own page, so that it may lie in any folder of any host; the test runner serves it from the root.
 */
export function sandboxRoom(name: Room): string {
  const base = location.pathname.endsWith('/iframe.html') ? location.href : location.origin;
  return new URL(`./rooms/${name}/index.html`, base).href;
}
