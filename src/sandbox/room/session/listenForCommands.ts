import { acceptsArgument } from '../../../protocol/acceptsArgument.js';
import { commandNames, commands } from '../../../protocol/commands.js';
import type { CommandName } from '../../../protocol/types.js';

export interface HeardCommand {
  readonly method: CommandName;
  /** Of the one type the command takes, or undefined. */
  readonly argument: unknown;
}

/** The command in a message, if it is one: `{ command, args }` with a name and an argument of the protocol. */
export function readCommand(data: unknown): HeardCommand | undefined {
  if (typeof data !== 'object' || !data || !('command' in data)) return undefined;
  const method = commandNames.find((name) => commands[name].command === data.command);
  const args: unknown = 'args' in data ? data.args : [];
  const argument: unknown = Array.isArray(args) ? args[0] : undefined;
  return method && acceptsArgument(method, argument) ? { method, argument } : undefined;
}

/** Hears commands from the embedding page's window and from no other. */
export function listenForCommands(jsApi: boolean, onCommand: (command: HeardCommand) => void): () => void {
  const listen = (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || window.parent === window) return;
    const command = readCommand(event.data);
    if (command) onCommand(command);
  };
  if (!jsApi) return () => undefined;
  addEventListener('message', listen);
  return () => removeEventListener('message', listen);
}
