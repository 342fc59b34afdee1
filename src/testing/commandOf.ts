import { commands } from '../protocol/commands.js';
import type { CommandDefinition } from '../protocol/commands.js';
import type { CommandName } from '../protocol/types.js';
import { refuse } from './refuse.js';
import type { FakeCommand } from './types.js';

/**
 * What a page posted to the room.
 * @throws WherebyError `FAKE_ROOM_REFUSED` where the protocol has no such command, or not with these arguments
 */
export function commandOf(message: unknown): FakeCommand {
  const { command, args } = (message ?? {}) as { command?: unknown; args?: unknown };
  const text = JSON.stringify(message);
  for (const [method, definition] of Object.entries<CommandDefinition>(commands)) {
    if (definition.command !== command) continue;
    if (!Array.isArray(args)) return refuse(`${text} has no list of arguments`);
    const { argument } = definition;
    const fits =
      !args.length ||
      (args.length === 1 && (Array.isArray(argument) ? argument.includes(args[0]) : typeof args[0] === argument));
    if (!fits) return refuse(`no room takes ${text}`);
    return { method: method as CommandName, command: definition.command, args };
  }
  return refuse(`no room takes ${text}`);
}
