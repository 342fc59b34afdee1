import { commands } from '../protocol/commands.js';
import type { CommandDefinition } from '../protocol/commands.js';
import { events } from '../protocol/events.js';
import type { FakeCommand } from './types.js';

/** Returns a function that returns the event by which a room confirms a command. Remembers which toggles are on. */
export function createConfirmer() {
  const on: Record<string, boolean> = {};
  return ({ method, args: [value] }: FakeCommand): { type: string; payload?: unknown } | undefined => {
    const { confirm, status, argument }: CommandDefinition = commands[method];
    if (!confirm) return undefined;
    const { type, read } = events[confirm];
    if (status) return { type, payload: { status } };
    if (type === 'leave') return { type, payload: { removed: false } };
    if (argument !== 'boolean') return { type };
    const state = (on[type] = typeof value === 'boolean' ? value : !on[type]);
    // Panels are open, devices are enabled: only the event's reader knows which of the two it has.
    return { type, payload: read({ open: state }) ? { open: state } : { enabled: state } };
  };
}
