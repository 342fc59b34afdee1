import { faultNames } from '../server/faultSchema.js';
import { readArguments } from './readArguments.js';

/** Always the same, so that URLs and keys do not change from day to day. */
export const DEFAULT_PORT = 4455;

export const sandboxHelp = `Usage: react-whereby-embed sandbox [options]

Starts a local stand-in for the service. A room that nobody has created is there once it is opened.

  --port <number>          Port to listen on, 0 for a free one. Default ${DEFAULT_PORT}.
                           The next free one if it is in use
  --host <address>         Address to listen on. Default 127.0.0.1: only this machine reaches it;
                           0.0.0.0 for containers and phones
  --allow-host <name>      Responds under this name too; can be repeated
  --room-origin <url>      Origin of the room URLs. Default: where the API was asked
  --seed <file>            JSON file with meetings and people to begin with
  --snapshot <file>        JSON file that GET /_sandbox/snapshot has returned, to go on from there
  --webhook <url>          URL to send webhook events to; can be repeated
  --api-key <key>          Key of the REST API
  --webhook-secret <text>  What webhooks are signed with
  --fault <name>           Something that goes wrong from the start; can be repeated:
                           ${faultNames.slice(0, 7).join(', ')},
                           ${faultNames.slice(7, 11).join(', ')},
                           ${faultNames.slice(11).join(', ')}
  --tls                    Serves everything over https too, with a certificate made for this machine;
                           the other options of tls include it
  --tls-port <number>      Port for https. Default ${DEFAULT_PORT + 1}
  --tls-folder <folder>    Where the certificate is kept. Default: the user's cache
  --strict                 Refuses rooms that were not created, as the service does
  --options <file>         JSON file with further options, such as rules, api and delivery
  --help                   Shows this help

Exit codes: 0 if it was interrupted, 1 if it could not start, 2 if an argument is wrong.

Examples:
  npx react-whereby-embed sandbox
  npx react-whereby-embed sandbox --port 5000 --webhook http://localhost:3000/webhooks`;

export type SandboxArguments = ReturnType<typeof parseSandboxArguments>;

/** Throws if there is an argument that the command does not know. */
export const parseSandboxArguments = (args: readonly string[]) =>
  readArguments({
    args: [...args],
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'allow-host': { type: 'string', multiple: true },
      'room-origin': { type: 'string' },
      seed: { type: 'string' },
      snapshot: { type: 'string' },
      webhook: { type: 'string', multiple: true },
      'api-key': { type: 'string' },
      'webhook-secret': { type: 'string' },
      fault: { type: 'string', multiple: true },
      tls: { type: 'boolean' },
      'tls-port': { type: 'string' },
      'tls-folder': { type: 'string' },
      strict: { type: 'boolean' },
      options: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
