import { acceptsArgument } from '../../../protocol/acceptsArgument.js';
import { commandNames, commands } from '../../../protocol/commands.js';
import type { CommandName } from '../../../protocol/types.js';

export interface ReceivedCommand {
  readonly method: CommandName;
  /** A value that the command accepts, or undefined. */
  readonly argument: unknown;
}

/** Reads the command from a message `{ command, args }`. Undefined if the protocol has no such command or argument. */
export function readCommand(data: unknown): ReceivedCommand | undefined {
  if (typeof data !== 'object' || !data || !('command' in data)) return undefined;
  const method = commandNames.find((name) => commands[name].command === data.command);
  const args: unknown = 'args' in data ? data.args : [];
  const argument: unknown = Array.isArray(args) ? args[0] : undefined;
  return method && acceptsArgument(method, argument) ? { method, argument } : undefined;
}
