import type { Room } from './rooms.js';

const keys = { visitor: '', host: '?roomKey=sandbox-host', viewer: '?roomKey=sandbox-viewer' } as const;

export const roles = { visitor: 'Visitor', host: 'Host', viewer: 'Viewer' } as const;
export type SandboxRole = keyof typeof roles;

export interface SandboxRoomOptions {
  readonly role?: SandboxRole | undefined;
  /** Straight into the meeting, without the pages before it. */
  readonly straightIn?: boolean | undefined;
}

/**
 * The URL of a room of the sandbox's static form, which the built Storybook carries with it. Relative to
 * Storybook's own page, so that it may lie in any folder of any host; the test runner serves it from the root.
 */
export function sandboxRoom(name: Room, { role = 'visitor', straightIn = false }: SandboxRoomOptions = {}): string {
  const base = location.pathname.endsWith('/iframe.html') ? location.href : location.origin;
  return new URL(`./rooms/${name}/index.html`, base).href + keys[role] + (straightIn ? '#meeting' : '');
}
