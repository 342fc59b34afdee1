import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createServerError } from '../../errors/createServerError.js';
import { WherebyError } from '../../errors/WherebyError.js';
import { startSandbox } from '../index.js';
import type { SandboxOptions } from '../index.js';
import type { Seed } from '../server/Seed.js';

/** Where the command listens unless told otherwise, so that addresses and keys stay the same from day to day. */
const PORT = 4455;

const help = `Usage: react-whereby-embed sandbox [options]

  --port <number>      Port to listen on, 0 for a free one. Default ${PORT}
  --host <address>     Address to listen on. Default 127.0.0.1: this machine only
  --seed <file>        JSON file with meetings and people to begin with
  --webhook <url>      Sends webhook events there; can be given several times
  --options <file>     JSON file with further options, such as rules, api and delivery
  --room-origin <url>  Origin of the rooms' addresses, where it is another
  --help               Shows this`;

function read(args: readonly string[]) {
  return parseArgs({
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
}

async function readJson(
  file: string,
  what: string,
  code: 'SANDBOX_SEED_INVALID' | 'SANDBOX_OPTION_INVALID',
): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw createServerError(code, { problem: `the ${what} file ${file} cannot be read: ${reason}` }, { cause });
  }
}

/** What a file of options may hold: all that is plain JSON. */
const fileOptions = [
  'subdomain',
  'apiKey',
  'restrictedApiKey',
  'webhookSecret',
  'delivery',
  'allowedDomains',
  'frameAncestors',
  'rules',
  'api',
  'roomPage',
] as const satisfies readonly (keyof SandboxOptions)[];

async function readOptionsFile(file: string): Promise<Pick<SandboxOptions, (typeof fileOptions)[number]>> {
  const options = await readJson(file, 'options', 'SANDBOX_OPTION_INVALID');
  const names = typeof options === 'object' && options !== null ? Object.keys(options) : ['(no object)'];
  const unknown = names.filter((name) => !fileOptions.some((known) => known === name));
  if (unknown.length)
    throw createServerError('SANDBOX_OPTION_INVALID', {
      problem: `${file} contains ${unknown.join(', ')}, but only ${fileOptions.join(', ')} are allowed there`,
    });
  return options as SandboxOptions;
}

async function readOptions(values: ReturnType<typeof read>): Promise<SandboxOptions> {
  const port = Number(values.port ?? PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw createServerError('SANDBOX_OPTION_INVALID', {
      problem: `\`--port\` takes a number from 0 to 65535, got "${values.port}"`,
    });
  return {
    ...(values.options ? await readOptionsFile(values.options) : {}),
    port,
    ...(values.host ? { host: values.host } : {}),
    ...(values.webhook ? { webhooks: values.webhook } : {}),
    ...(values['room-origin'] ? { roomOrigin: values['room-origin'] } : {}),
    ...(values.seed ? { seed: (await readJson(values.seed, 'seed', 'SANDBOX_SEED_INVALID')) as Seed } : {}),
  };
}

/** Runs the sandbox until it is interrupted. Answers the exit status. */
export async function runSandbox(args: readonly string[]): Promise<number> {
  let values: ReturnType<typeof read>;
  try {
    values = read(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    return 2;
  }
  if (values.help) {
    console.log(help);
    return 0;
  }
  try {
    const sandbox = await startSandbox(await readOptions(values));
    console.log(`Sandbox            ${sandbox.url}
Rooms              ${sandbox.roomOrigin}/<room-name>

WHEREBY_API_URL=${sandbox.apiUrl}
WHEREBY_API_KEY=${sandbox.apiKey}
WHEREBY_WEBHOOK_SECRET=${sandbox.webhookSecret}`);
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    await sandbox.close();
    return 0;
  } catch (error) {
    if (!(error instanceof WherebyError)) throw error;
    console.error(error.message);
    return 1;
  }
}
