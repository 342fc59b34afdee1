import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { suggest } from './suggest.js';

/**
 * Reads the arguments of a command.
 * @throws an error whose message names what the command does not know, and the option that was probably meant
 */
export function readArguments<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, unknown] = /^Unknown option '(-+[^'\s]*)'/.exec(message) ?? [];
    if (!unknown) throw error;
    const options = Object.keys(config.options ?? {}).map((name) => `--${name}`);
    throw new Error(`There is no option ${unknown}.${suggest(unknown, options)}`, { cause: error });
  }
}
