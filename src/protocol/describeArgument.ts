import { commands } from './commands.js';
import type { CommandDefinition } from './commands.js';
import type { CommandName } from './types.js';

/** What a command takes, in English: completes "takes …". */
export function describeArgument(name: CommandName): string {
  const { argument }: CommandDefinition = commands[name];
  if (!argument) return 'no argument';
  return argument === 'boolean' ? 'true or false' : `one of ${argument.join(', ')}`;
}
