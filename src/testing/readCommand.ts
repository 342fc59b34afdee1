import { acceptsArgument } from '../protocol/acceptsArgument.js';
import { commandNames, commands } from '../protocol/commands.js';
import { describeArgument } from '../protocol/describeArgument.js';
import { readField } from '../protocol/readField.js';
import { refuse } from './refuse.js';
import type { FakeCommand } from './types.js';

/**
 * Reads what a page posted to the room.
 * @throws WherebyError `FAKE_ROOM_REFUSED` if the protocol has no such command, or not with these arguments
 */
export function readCommand(message: unknown): FakeCommand {
  const text = JSON.stringify(message);
  const command = readField(message, 'command');
  const args = readField(message, 'args');
  const method = commandNames.find((name) => commands[name].command === command);
  if (!method) return refuse(`rooms have no command as in ${text}`);
  if (!Array.isArray(args)) return refuse(`the list of arguments is missing in ${text}`);
  if (args.length > 1 || !acceptsArgument(method, args[0]))
    return refuse(`"${method}" takes ${describeArgument(method)}, but was sent as ${text}`);
  return { method, command: commands[method].command, args };
}
