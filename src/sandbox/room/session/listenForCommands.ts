import { commands } from '../../../protocol/commands.js';
import type { CommandName } from '../../../protocol/types.js';
import type { CommandDefinition } from '../../../protocol/commands.js';

const methodOf = new Map(
  Object.entries(commands).map(([method, definition]) => [definition.command, method as CommandName]),
);

const fits = ({ argument }: CommandDefinition, value: unknown): boolean =>
  value === undefined ||
  (argument !== undefined &&
    (argument === 'boolean' ? typeof value === 'boolean' : argument.includes(value as string)));

export interface HeardCommand {
  readonly method: CommandName;
  /** Of the one type the command takes, or undefined. */
  readonly argument: unknown;
}

/** The command in a message, if it is one: `{ command, args }` with a name and an argument of the protocol. */
export function readCommand(data: unknown): HeardCommand | undefined {
  if (typeof data !== 'object' || !data || !('command' in data) || typeof data.command !== 'string') return undefined;
  const method = methodOf.get(data.command);
  if (!method) return undefined;
  const args: unknown = 'args' in data ? data.args : [];
  const definition: CommandDefinition = commands[method];
  const argument: unknown = Array.isArray(args) ? args[0] : undefined;
  return fits(definition, argument) ? { method, argument } : undefined;
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
