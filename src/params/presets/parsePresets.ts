import { createError } from '../../errors/createError.js';
import { joinIssues } from '../../errors/joinIssues.js';
import type { Issue } from '../../errors/WherebyError.js';
import { buildRoomUrl } from '../buildRoomUrl.js';
import { parseRoomUrl } from '../parseRoomUrl.js';
import { checkPresetParams } from './checkPresetParams.js';
import { isRecord } from './isRecord.js';
import type { Preset, PresetName } from './Preset.js';
import { PRESETS_VERSION, presetRoles } from './Preset.js';

/**
 * Reads a file of presets, which says which parameters each kind of person in a meeting gets:
 * `{ "version": 1, "presets": { "student": { "role": "visitor", "params": { "chat": false } } } }`. Storybook's
 * playground exports such files.
 * @param file the text of the file, or the JSON that was read or imported. TypeScript knows the names of an imported one
 * @returns the presets by name, with values in their normal form. The object has no other properties, whatever a name is
 * @throws `PRESETS_INVALID`, whose `issues` name the preset and the key of each problem: what is no JSON, a newer
 * version, unknown keys and parameters, values that a room does not take, and every key of a room, which belongs to the
 * room URL and never into a file
 */
export function parsePresets<const File>(file: File): Readonly<Record<PresetName<File>, Preset>> {
  const issues: Issue[] = [];
  const presets: Record<string, Preset> = Object.create(null) as Record<string, Preset>;
  for (const [name, value] of readEntries(file, issues)) {
    const found = issues.length;
    const preset = isRecord(value) ? value : {};
    const add = (message: string) => issues.push(createIssue(`${name}${message}`));
    if (!name.trim()) add('a preset has no name');
    else if (value !== preset) add(' is no object with params');
    for (const key of Object.keys(preset))
      if (!presetKeys.includes(key)) add(`.${key} is unknown: a preset has ${presetKeys.join(', ')}`);
    const { title = name, description = '', role = 'visitor', params = {} } = preset;
    if (typeof title !== 'string') add('.title takes text');
    if (typeof description !== 'string') add('.description takes text');
    if (!presetRoles.includes(role as Preset['role'])) add(`.role takes ${presetRoles.join(', ')}`);
    if (isRecord(params)) issues.push(...checkPresetParams(name, params));
    else add('.params takes an object of parameters');
    if (issues.length === found)
      presets[name] = {
        title: title as string,
        description: description as string,
        role: role as Preset['role'],
        // Through a room URL, because only what gets there has an effect.
        params: parseRoomUrl(buildRoomUrl('https://acme.whereby.com/room', params as object)).params,
      };
  }
  if (issues.length > 0) throw createError('PRESETS_INVALID', { problems: joinIssues(issues) }, { issues });
  // TypeScript cannot know that the names are those of the file.
  return presets as Readonly<Record<PresetName<File>, Preset>>;
}

const fileKeys = ['$schema', 'version', 'presets'];
const presetKeys = ['title', 'description', 'role', 'params'];

const createIssue = (message: string): Issue => ({ code: 'INVALID_VALUE', severity: 'error', param: '', message });

/** The presets of a file, with an issue for what keeps it from being read. */
function readEntries(file: unknown, issues: Issue[]): [string, unknown][] {
  const add = (message: string) => {
    issues.push(createIssue(message));
    return [];
  };
  let content = file;
  try {
    // Editors of Windows begin files with a byte order mark.
    if (typeof file === 'string') content = JSON.parse(file.replace(/^\uFEFF/, ''));
  } catch {
    // The parser's own message repeats a part of the text, and a key with it.
    return add('the text is no JSON: it is broken off or misspelt');
  }
  if (!isRecord(content)) return add('a file of presets is an object with version and presets');
  const { version, presets } = content;
  if (typeof version === 'number' && version > PRESETS_VERSION)
    return add(`version ${version} is newer than this package, which reads version ${PRESETS_VERSION}: update it`);
  if (version !== PRESETS_VERSION) add(`version takes ${PRESETS_VERSION}`);
  for (const key of Object.keys(content))
    if (!fileKeys.includes(key)) add(`${key} is unknown: a file has version and presets`);
  return isRecord(presets) ? Object.entries(presets) : add('presets takes an object with one preset for each name');
}
