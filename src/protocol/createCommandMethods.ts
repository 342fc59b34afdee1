import { commandNames } from './commands.js';
import type { CommandName, RoomCommands } from './types.js';

/** One method for each command of the registry, each of which passes its name and arguments to `send`. */
export const createCommandMethods = (
  send: (name: CommandName, ...args: readonly unknown[]) => Promise<void>,
): RoomCommands =>
  Object.fromEntries(
    commandNames.map((name) => [name, (...args: readonly unknown[]) => send(name, ...args)]),
    // `fromEntries` forgets which names it was given.
  ) as unknown as RoomCommands;
