import type { Room } from './rooms.js';
import { happenings, usualHappening } from './playground/state.js';
import type { Direction, Happening, Theme } from './playground/state.js';

const keys = { visitor: '', host: '?roomKey=sandbox-host', viewer: '?roomKey=sandbox-viewer' } as const;

export const roles = { visitor: 'Visitor', host: 'Host', viewer: 'Viewer' } as const;
export type SandboxRole = keyof typeof roles;

export interface SandboxRoomOptions {
  readonly role?: SandboxRole | undefined;
  /** Straight into the meeting, without the pages before it. */
  readonly straightIn?: boolean | undefined;
  /** What goes on there; by default the room is left as it is. */
  readonly happening?: Partial<Happening> | undefined;
  /** How the stay ends as soon as it has begun. */
  readonly outcome?: 'removed' | 'ended' | undefined;
  readonly theme?: Theme | undefined;
  readonly direction?: Direction | undefined;
}

/** What the room's page reads from its hash, because the service has no such parameters: see `readStaging` there. */
function writeHash({
  straightIn,
  happening,
  outcome,
  theme = 'system',
  direction = 'ltr',
}: SandboxRoomOptions): string {
  const all = { ...usualHappening, ...happening };
  const on = Object.keys(happenings).filter((name) => all[name as keyof typeof happenings]);
  const parts = [
    ...(straightIn ? ['meeting'] : []),
    ...(happening ? [`people=${all.full ? 4 : all.people}`, ...on] : []),
    ...(all.names === 'usual' ? [] : [`names=${all.names}`]),
    ...(all.connection === 'stable' ? [] : [`connection=${all.connection}`]),
    ...(outcome ? [outcome] : []),
    ...(theme === 'system' ? [] : [`theme=${theme}`]),
    ...(direction === 'ltr' ? [] : [`dir=${direction}`]),
  ];
  return parts.length ? `#${parts.join('&')}` : '';
}

/**
 * The URL of a room of the sandbox's static form, which the built Storybook carries with it. Relative to
 * Storybook's own page, so that it may lie in any folder of any host; the test runner serves it from the root.
 */
export function sandboxRoom(name: Room, options: SandboxRoomOptions = {}): string {
  const base = location.pathname.endsWith('/iframe.html') ? location.href : location.origin;
  return new URL(`./rooms/${name}/index.html`, base).href + keys[options.role ?? 'visitor'] + writeHash(options);
}
