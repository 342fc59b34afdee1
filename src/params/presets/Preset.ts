import type { NormalRoomParams } from '../types.js';

/** Whose room URL a preset is for: the meeting's `hostRoomUrl`, `roomUrl` or `viewerRoomUrl`. */
export type PresetRole = (typeof presetRoles)[number];

export const presetRoles = ['host', 'visitor', 'viewer'] as const;

/** What one kind of person in a meeting sees: a teacher, a student, an observer. */
export interface Preset {
  /** For people who choose one. The preset's name if the file has none. */
  readonly title: string;
  /** Why it is as it is; empty if the file does not say. */
  readonly description: string;
  readonly role: PresetRole;
  /** For `buildRoomUrl`, or spread into `<WherebyEmbed>`. */
  readonly params: NormalRoomParams;
}

/** The version of the file's format. It rises when an older package could misread a newer file. */
export const PRESETS_VERSION = 1;

/** The names of the presets that an imported JSON file has, as TypeScript knows them; any text for JSON read at run time. */
export type PresetName<File> = File extends { readonly presets: infer Presets extends object }
  ? Extract<keyof Presets, string>
  : string;
