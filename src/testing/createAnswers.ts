import { commands } from '../protocol/commands.js';
import type { CommandDefinition } from '../protocol/commands.js';
import { events } from '../protocol/events.js';
import type { FakeCommand } from './types.js';

/** What a room says once it has done a command; it remembers what is on. */
export function createAnswers() {
  const on: Record<string, boolean> = {};
  return ({ method, args: [value] }: FakeCommand): { type: string; payload?: unknown } | undefined => {
    const { confirm, status, argument }: CommandDefinition = commands[method];
    if (!confirm) return undefined;
    const { type } = events[confirm];
    if (status) return { type, payload: { status } };
    if (type === 'leave') return { type, payload: { removed: false } };
    if (argument !== 'boolean') return { type };
    const state = (on[type] = typeof value === 'boolean' ? value : !on[type]);
    // Panels are open, devices are enabled: which of both, the event's own reader knows.
    return { type, payload: events[confirm].read({ open: state }) ? { open: state } : { enabled: state } };
  };
}
