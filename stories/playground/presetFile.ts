import { checkParams, params as registry } from 'react-whereby-embed';
import type { ParamName, RoomParams } from 'react-whereby-embed';
import { roles } from '../sandboxRoom.js';
import type { SandboxRole } from '../sandboxRoom.js';
import { checkPresetParams } from '../../src/params/presets/checkPresetParams.js';

export interface SavedPreset {
  readonly role: SandboxRole;
  readonly params: RoomParams;
}

/** What an app reads with `parsePresets`: one preset for each kind of person in a meeting. */
export type PresetsByName = Readonly<Record<string, SavedPreset>>;

export interface ReadPresets {
  readonly presets: PresetsByName;
  /** What was left out, and why. */
  readonly problems: readonly string[];
}

const VERSION = 1;
const MOST_CHARACTERS = 200_000;

export const LONGEST_NAME = 60;

/** Whether a preset can have the name: some would not be a property like any other. */
export const isPlainName = (name: string): boolean =>
  name.trim() !== '' && name.length <= LONGEST_NAME && !(name in Object.prototype);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is set and usable: an app refuses a file with a value that no room takes, or with a key in it. */
const usableOnly = (params: RoomParams): RoomParams =>
  Object.fromEntries(
    Object.entries(params).filter(
      ([name, value]) => value !== undefined && checkPresetParams('', { [name]: value }).length === 0,
    ),
  );

/** The file that an app reads with `parsePresets`. */
export const writePresets = (presets: PresetsByName): string =>
  `${JSON.stringify(
    {
      version: VERSION,
      presets: Object.fromEntries(
        Object.entries(presets).map(([name, { role, params }]) => [name, { role, params: usableOnly(params) }]),
      ),
    },
    null,
    2,
  )}\n`;

/** Reads a file of presets as far as it can be used. It never throws: what is wrong is said, and the rest is kept. */
export function readPresets(text: string): ReadPresets {
  const fail = (problem: string): ReadPresets => ({ presets: {}, problems: [problem] });
  if (text.length > MOST_CHARACTERS) return fail('The file is too long for presets. Nothing was imported.');
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return fail('The file is no JSON, or it is cut off. Export it again; nothing was imported.');
  }
  if (!isRecord(file) || !isRecord(file['presets']))
    return fail(
      'The file has no presets: it looks like { "version": 1, "presets": { "teacher": { "params": { "chat": true } } } }.',
    );
  if (typeof file['version'] === 'number' && file['version'] > VERSION)
    return fail(
      `The file is of version ${file['version']}, which is newer than this page knows. Nothing was imported.`,
    );

  const problems: string[] = [];
  const presets: Record<string, SavedPreset> = {};
  for (const [name, given] of Object.entries(file['presets'])) {
    if (!isPlainName(name) || !isRecord(given) || !isRecord(given['params'] ?? {})) {
      problems.push(`“${name.slice(0, 40)}” is no preset and was left out.`);
      continue;
    }
    const known: Record<string, unknown> = {};
    for (const [param, value] of Object.entries(given['params'] ?? {})) {
      if (/room-?_?key/i.test(param)) problems.push(`${name}: a roomKey is no part of a preset and was left out.`);
      else if (!Object.hasOwn(registry, param)) problems.push(`${name}: ${param} is no parameter and was left out.`);
      else {
        const wrong = checkParams({ [param as ParamName]: value } as RoomParams).find(
          (issue) => issue.severity === 'error',
        );
        if (wrong) problems.push(`${name}: ${wrong.message}. It was left out.`);
        else known[param] = value;
      }
    }
    for (const key of Object.keys(given))
      if (/room-?_?key/i.test(key)) problems.push(`${name}: a roomKey is no part of a preset and was left out.`);
    const role = typeof given['role'] === 'string' && Object.hasOwn(roles, given['role']) ? given['role'] : 'visitor';
    presets[name] = { role: role as SandboxRole, params: known as RoomParams };
  }
  if (!Object.keys(presets).length && !problems.length) problems.push('The file has no presets in it.');
  return { presets, problems };
}
