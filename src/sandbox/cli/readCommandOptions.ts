import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { createServerError } from '../../errors/createServerError.js';
import { isLoopback } from '../../params/isLoopback.js';
import { fault } from '../server/faultSchema.js';
import { readSeed } from '../server/readSeed.js';
import { readSnapshot } from '../server/readSnapshot.js';
import type { SandboxOptions } from '../server/SandboxOptions.js';
import { isPort, portRange } from '../server/validation/isPort.js';
import { parseInput } from '../server/validation/parseInput.js';
import { objectWith } from '../server/validation/schemas.js';
import { apiBehaviour, deliverySettings, rules } from '../server/validation/settings.js';
import { defaultCertificateFolder, loadCertificate } from './certificate/loadCertificate.js';
import { listOwnAddresses } from './listOwnAddresses.js';
import type { SandboxArguments } from './parseSandboxArguments.js';
import { DEFAULT_PORT } from './parseSandboxArguments.js';

const optional = v.exactOptional;

/** The options that a file can contain: those that are plain JSON and not options of the command. */
const fileOptions = objectWith({
  subdomain: optional(v.string()),
  apiKey: optional(v.string()),
  restrictedApiKey: optional(v.string()),
  webhookSecret: optional(v.string()),
  delivery: optional(deliverySettings),
  allowedDomains: optional(v.nullable(v.array(v.string()))),
  allowedHosts: optional(v.array(v.string())),
  frameAncestors: optional(v.array(v.string())),
  rules: optional(rules),
  api: optional(apiBehaviour),
  roomPage: optional(v.string()),
});

type FileContent = 'seed' | 'snapshot' | 'options';

const createFileError = (content: FileContent, problem: string, options?: ErrorOptions) =>
  createServerError(content === 'options' ? 'SANDBOX_OPTION_INVALID' : 'SANDBOX_SEED_INVALID', { problem }, options);

async function readJson(file: string, content: FileContent): Promise<unknown> {
  try {
    // Editors of Windows begin files with a byte order mark.
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw createFileError(content, `the ${content} file ${file} cannot be read: ${reason}`, { cause });
  }
}

const readOptionsFile = async (file: string) =>
  parseInput(fileOptions, await readJson(file, 'options'), (problem) =>
    createFileError('options', `in ${file}, ${problem}`),
  );

function readPort(name: string, port: string | undefined, fallback: number): number {
  const value = port === undefined ? fallback : Number(port.trim() || NaN);
  if (isPort(value)) return value;
  throw createServerError('SANDBOX_OPTION_INVALID', { problem: `\`${name}\` takes ${portRange}, got "${port}"` });
}

/** What the certificate is for: this machine, its rooms, and the names under which it is reached. */
function listCertificateHosts({ host = '127.0.0.1', allowedHosts = [], roomOrigin }: SandboxOptions) {
  const own = ['localhost', '127.0.0.1', '::1', '*.whereby.com'];
  const others = isLoopback(host) ? [] : listOwnAddresses();
  const named = [host, ...allowedHosts, ...(URL.canParse(roomOrigin ?? '') ? [new URL(roomOrigin ?? '').hostname] : [])]
    .map((name) => name.replace(/^\[|\]$/g, ''))
    .filter((name) => !['0.0.0.0', '::'].includes(name) && !name.endsWith('.whereby.com'));
  return [...new Set([...own, ...others, ...named])];
}

/**
 * Turns the arguments of the command into options.
 * @returns the options, and the file of the certificate if it has one
 * @throws `SANDBOX_OPTION_INVALID`, `SANDBOX_SEED_INVALID` or `SANDBOX_CERTIFICATE_UNWRITABLE`
 */
export async function readCommandOptions(values: SandboxArguments) {
  const port = readPort('--port', values.port, DEFAULT_PORT);
  const tlsPort = readPort('--tls-port', values['tls-port'], port === 0 ? 0 : port + 1);
  const file = values.options === undefined ? {} : await readOptionsFile(values.options);
  const options: SandboxOptions = {
    ...file,
    // A newcomer's first address is of a room that nobody has created.
    rules: { openRooms: true, ...file.rules, ...(values.strict ? { openRooms: false } : {}) },
    port,
    ...(values.host === undefined ? {} : { host: values.host }),
    ...(values['allow-host'] ? { allowedHosts: [...(file.allowedHosts ?? []), ...values['allow-host']] } : {}),
    ...(values.webhook ? { webhooks: values.webhook } : {}),
    ...(values['room-origin'] === undefined ? {} : { roomOrigin: values['room-origin'] }),
    ...(values['api-key'] === undefined ? {} : { apiKey: values['api-key'] }),
    ...(values['webhook-secret'] === undefined ? {} : { webhookSecret: values['webhook-secret'] }),
    ...(values.fault
      ? {
          faults: values.fault.map((name) =>
            parseInput(fault, name, (problem) =>
              createServerError('SANDBOX_OPTION_INVALID', { problem: `of \`--fault\`, ${problem}` }),
            ),
          ),
        }
      : {}),
    ...(values.seed === undefined ? {} : { seed: readSeed(await readJson(values.seed, 'seed')) }),
    ...(values.snapshot === undefined ? {} : { snapshot: readSnapshot(await readJson(values.snapshot, 'snapshot')) }),
  };
  const wantsTls = values.tls || values['tls-port'] !== undefined || values['tls-folder'] !== undefined;
  if (!wantsTls) return { options, certificateFile: undefined };
  const folder = values['tls-folder'] ?? defaultCertificateFolder();
  const { key, cert, file: certificateFile } = await loadCertificate(folder, listCertificateHosts(options));
  return { options: { ...options, tls: { key, cert, port: tlsPort } }, certificateFile };
}
