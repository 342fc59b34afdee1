import { readFile } from 'node:fs/promises';
import { createServerError } from '../../errors/createServerError.js';
import { readSeed } from '../server/readSeed.js';
import type { SandboxOptions } from '../server/SandboxOptions.js';
import type { SandboxArguments } from './parseSandboxArguments.js';
import { DEFAULT_PORT } from './parseSandboxArguments.js';

/** The options that a file can contain: those that are plain JSON and not options of the command. */
const fileOptionNames = [
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

type FileOptions = Pick<SandboxOptions, (typeof fileOptionNames)[number]>;

const isFileOptionName = (name: string) => fileOptionNames.some((known) => known === name);

/** Only the names are checked. */
const isFileOptions = (value: unknown): value is FileOptions =>
  typeof value === 'object' && value !== null && Object.keys(value).every(isFileOptionName);

async function readJson(
  file: string,
  content: 'seed' | 'options',
  code: 'SANDBOX_SEED_INVALID' | 'SANDBOX_OPTION_INVALID',
): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw createServerError(code, { problem: `the ${content} file ${file} cannot be read: ${reason}` }, { cause });
  }
}

async function readOptionsFile(file: string): Promise<FileOptions> {
  const options = await readJson(file, 'options', 'SANDBOX_OPTION_INVALID');
  if (isFileOptions(options)) return options;
  const unknown =
    typeof options === 'object' && options !== null
      ? Object.keys(options).filter((name) => !isFileOptionName(name))
      : ['no object'];
  throw createServerError('SANDBOX_OPTION_INVALID', {
    problem: `${file} contains ${unknown.join(', ')}, but only ${fileOptionNames.join(', ')} are allowed there`,
  });
}

function readPort(port: string | undefined): number {
  const value = Number(port ?? DEFAULT_PORT);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw createServerError('SANDBOX_OPTION_INVALID', {
    problem: `\`--port\` takes a number from 0 to 65535, got "${port}"`,
  });
}

/** Turns the arguments of the command into options. Throws `SANDBOX_OPTION_INVALID` or `SANDBOX_SEED_INVALID`. */
export async function readCommandOptions(values: SandboxArguments): Promise<SandboxOptions> {
  const port = readPort(values.port);
  return {
    ...(values.options ? await readOptionsFile(values.options) : {}),
    port,
    ...(values.host ? { host: values.host } : {}),
    ...(values.webhook ? { webhooks: values.webhook } : {}),
    ...(values['room-origin'] ? { roomOrigin: values['room-origin'] } : {}),
    ...(values.seed ? { seed: readSeed(await readJson(values.seed, 'seed', 'SANDBOX_SEED_INVALID')) } : {}),
  };
}
