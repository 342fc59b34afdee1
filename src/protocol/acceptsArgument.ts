import { commands } from './commands.js';
import type { CommandDefinition } from './commands.js';
import type { CommandName } from './types.js';

/** Whether a command accepts this value as its argument. `undefined` is accepted by all: no argument is required. */
export function acceptsArgument(name: CommandName, value: unknown): boolean {
  const { argument }: CommandDefinition = commands[name];
  if (value === undefined) return true;
  if (argument === 'boolean') return typeof value === 'boolean';
  return argument?.some((allowed) => allowed === value) ?? false;
}
