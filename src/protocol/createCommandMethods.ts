import { commands } from './commands.js';
import type { CommandName, RoomCommands } from './types.js';

/** One method for each command of the registry, by what sends a command of a name. */
export const createCommandMethods = (
  send: (name: CommandName, ...args: readonly unknown[]) => Promise<void>,
): RoomCommands =>
  Object.fromEntries(
    (Object.keys(commands) as CommandName[]).map((name) => [
      name,
      (...args: readonly unknown[]) => send(name, ...args),
    ]),
  ) as unknown as RoomCommands;
