import { parseArgs } from 'node:util';

/** Always the same, so that URLs and keys do not change from day to day. */
export const DEFAULT_PORT = 4455;

export const sandboxHelp = `Usage: react-whereby-embed sandbox [options]

  --port <number>      Port to listen on, 0 for a free one. Default ${DEFAULT_PORT}
  --host <address>     Address to listen on. Default 127.0.0.1: only this machine reaches it
  --seed <file>        JSON file with meetings and people to begin with
  --webhook <url>      URL to send webhook events to; can be repeated
  --options <file>     JSON file with further options, such as rules, api and delivery
  --room-origin <url>  Origin of the room URLs. Default: where the sandbox listens
  --help               Shows this help`;

export type SandboxArguments = ReturnType<typeof parseSandboxArguments>;

/** Throws if there is an argument that the command does not know. */
export const parseSandboxArguments = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      seed: { type: 'string' },
      webhook: { type: 'string', multiple: true },
      options: { type: 'string' },
      'room-origin': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
